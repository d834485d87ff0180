package org.khabar.article.article.workflow;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.article.article.ArticleChange;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.failure.RequestFailure;

/**
 * Which moves are legal, in one place. A draft is published at once or at the end of an embargo; what readers have seen
 * may be revised, corrected and withdrawn, and never becomes a draft but through a withdrawal; what was withdrawn comes
 * back as a draft, so that nothing returns to readers without a second decision.
 */
public final class Workflow {

    private Workflow() {}

    /** What may be done to an article that stands there. */
    public static Set<MoveKind> legalMoves(ArticleStatus from) {
        return switch (from) {
            case DRAFT -> EnumSet.of(MoveKind.REVISE, MoveKind.SCHEDULE, MoveKind.PUBLISH);
            case SCHEDULED ->
                EnumSet.of(MoveKind.REVISE, MoveKind.SCHEDULE, MoveKind.UNSCHEDULE, MoveKind.PUBLISH, MoveKind.LIFT);
            case PUBLISHED, CORRECTED -> EnumSet.of(MoveKind.REVISE, MoveKind.CORRECT, MoveKind.WITHDRAW);
            case WITHDRAWN -> EnumSet.of(MoveKind.RESTORE);
        };
    }

    /**
     * What an article becomes by a move.
     *
     * @throws RequestFailure with the code CONFLICT when the move is not legal, naming both ends and what is
     */
    public static ArticleState apply(ArticleState from, Move move) {
        ArticleState to = target(from, move);
        if (!legalMoves(from.status()).contains(move.kind())) {
            throw illegal(from.status(), to.status(), move.kind());
        }
        return to;
    }

    /** What followers of published articles see of a move; empty when they see nothing. */
    public static Optional<ArticleChange.Type> seen(ArticleState from, ArticleState to) {
        if (to.isVisibleToReaders()) {
            return Optional.of(from.isVisibleToReaders() ? ArticleChange.Type.REVISED : ArticleChange.Type.PUBLISHED);
        }
        return from.isVisibleToReaders() ? Optional.of(ArticleChange.Type.WITHDRAWN) : Optional.empty();
    }

    private static ArticleState target(ArticleState from, Move move) {
        return switch (move) {
            case Move.Revise revise -> from;
            case Move.Schedule schedule -> new ArticleState.Scheduled(schedule.embargoUntil());
            case Move.Unschedule unschedule -> new ArticleState.Draft();
            case Move.Publish publish -> new ArticleState.Published();
            case Move.Lift lift -> new ArticleState.Published();
            case Move.Correct correct -> new ArticleState.Corrected(correct.publicNote());
            case Move.Withdraw withdraw -> new ArticleState.Withdrawn(withdraw.reason());
            case Move.Restore restore -> new ArticleState.Draft();
        };
    }

    private static RequestFailure illegal(ArticleStatus from, ArticleStatus to, MoveKind move) {
        List<String> allowed = legalMoves(from).stream()
                .filter(kind -> kind != MoveKind.LIFT)
                .map(Enum::name)
                .toList();
        String message = "A %s article cannot be moved to %s by %s; allowed: %s."
                .formatted(from, to, move, allowed.stream().collect(Collectors.joining(", ")));
        return RequestFailure.conflict(
                message, Map.of("from", from.name(), "to", to.name(), "move", move.name(), "allowed", allowed));
    }
}
