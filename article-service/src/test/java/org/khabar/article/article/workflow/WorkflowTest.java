package org.khabar.article.article.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.article.ArticleChange;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

/** The rule of the newsroom: from where which move leads where, and what followers see of it. */
class WorkflowTest {

    private static final Instant LATER = Instant.parse("2030-01-01T06:00:00Z");

    private static final List<Move> MOVES = List.of(
            new Move.Revise(),
            new Move.Schedule(LATER),
            new Move.Unschedule(),
            new Move.Publish(),
            new Move.Lift(),
            new Move.Correct("اسم الوزير كان خطأ"),
            new Move.Withdraw("بطلب من المصدر"),
            new Move.Restore());

    private static final List<ArticleState> STATES = List.of(
            new ArticleState.Draft(),
            new ArticleState.Scheduled(LATER.plusSeconds(1)),
            new ArticleState.Published(),
            new ArticleState.Corrected("تصحيح سابق"),
            new ArticleState.Withdrawn("سبب سابق"));

    /** The whole table: empty where the move is refused. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            from,      REVISE,    SCHEDULE,  UNSCHEDULE, PUBLISH,   LIFT,      CORRECT,   WITHDRAW,  RESTORE
            DRAFT,     DRAFT,     SCHEDULED, ,           PUBLISHED, ,          ,          ,
            SCHEDULED, SCHEDULED, SCHEDULED, DRAFT,      PUBLISHED, PUBLISHED, ,          ,
            PUBLISHED, PUBLISHED, ,          ,           ,          ,          CORRECTED, WITHDRAWN,
            CORRECTED, CORRECTED, ,          ,           ,          ,          CORRECTED, WITHDRAWN,
            WITHDRAWN, ,          ,          ,           ,          ,          ,          ,          DRAFT
            """)
    void movesLeadWhereTheTableSays(
            ArticleStatus from,
            @Nullable ArticleStatus revise,
            @Nullable ArticleStatus schedule,
            @Nullable ArticleStatus unschedule,
            @Nullable ArticleStatus publish,
            @Nullable ArticleStatus lift,
            @Nullable ArticleStatus correct,
            @Nullable ArticleStatus withdraw,
            @Nullable ArticleStatus restore) {
        ArticleState state = STATES.get(from.ordinal());
        List<@Nullable ArticleStatus> expected =
                Arrays.asList(revise, schedule, unschedule, publish, lift, correct, withdraw, restore);
        for (int i = 0; i < MOVES.size(); i++) {
            if (expected.get(i) == null) {
                assertRefused(state, MOVES.get(i));
            } else {
                assertThat(Workflow.apply(state, MOVES.get(i)).status()).isEqualTo(expected.get(i));
            }
        }
    }

    private static void assertRefused(ArticleState state, Move move) {
        RequestFailure refusal = catchThrowableOfType(RequestFailure.class, () -> Workflow.apply(state, move));
        assertThat(refusal).as("%s from %s", move, state).isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(refusal.details())
                .containsEntry("from", state.status().name())
                .containsEntry("move", move.kind().name())
                .containsKeys("to", "allowed");
        assertThat(refusal.getMessage())
                .contains(state.status().name(), move.kind().name());
    }

    @Test
    void aStateKnowsWhatItsMoveBrought() {
        assertThat(Workflow.apply(STATES.get(1), new Move.Schedule(LATER)))
                .isEqualTo(new ArticleState.Scheduled(LATER));
        assertThat(Workflow.apply(STATES.get(1), new Move.Revise())).isEqualTo(STATES.get(1));
        assertThat(Workflow.apply(STATES.get(3), new Move.Correct("جديد")))
                .isEqualTo(new ArticleState.Corrected("جديد"));
        assertThat(Workflow.apply(STATES.get(3), new Move.Revise())).isEqualTo(STATES.get(3));
        assertThat(Workflow.apply(STATES.get(2), new Move.Withdraw("بطلب من المصدر")))
                .isEqualTo(new ArticleState.Withdrawn("بطلب من المصدر"));
    }

    /** Whatever is tried in whatever order, followers can tell from the events alone what readers see. */
    @Property
    void followersKnowWhatReadersSee(@ForAll("moves") List<Move> moves) {
        ArticleState state = new ArticleState.Draft();
        boolean known = false;
        for (Move move : moves) {
            if (!Workflow.legalMoves(state.status()).contains(move.kind())) {
                continue;
            }
            ArticleState next = Workflow.apply(state, move);
            Optional<ArticleChange.Type> seen = Workflow.seen(state, next);
            assertThat(seen.filter(type -> type == ArticleChange.Type.PUBLISHED).isPresent())
                    .isEqualTo(!known && next.isVisibleToReaders());
            assertThat(seen.filter(type -> type != ArticleChange.Type.PUBLISHED).isPresent())
                    .isEqualTo(known);
            known = next.isVisibleToReaders();
            state = next;
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Arbitraries.of(MOVES).list().ofMaxSize(60);
    }
}
