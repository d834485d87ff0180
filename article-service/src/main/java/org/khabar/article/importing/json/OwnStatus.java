package org.khabar.article.importing.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.workflow.ArticleState;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;

/** Where an article of our own form is to stand: {@code status}, and what the archive says of articles there. */
final class OwnStatus {

    private static final int MAX_NOTE = 2000;
    private static final Map<String, ArticleStatus> STATUSES = Stream.of(ArticleStatus.values())
            .collect(Collectors.toUnmodifiableMap(status -> status.name().toLowerCase(Locale.ROOT), status -> status));

    private OwnStatus() {}

    /** An embargo that is over holds nothing up; a correction without a note is an article like any other. */
    static ArticleState read(JsonMembers item, Instant now) throws UnreadablePage {
        ArticleStatus status = item.oneOf(STATUSES, "status");
        if (status == null) {
            return new ArticleState.Published();
        }
        return switch (status) {
            case PUBLISHED -> new ArticleState.Published();
            case CORRECTED -> corrected(note(item, "correctionNote"));
            case DRAFT -> new ArticleState.Draft();
            case SCHEDULED -> scheduled(item, now);
            case WITHDRAWN -> withdrawn(note(item, "withdrawalReason"));
        };
    }

    private static ArticleState corrected(@Nullable String note) {
        return note == null ? new ArticleState.Published() : new ArticleState.Corrected(note);
    }

    private static ArticleState withdrawn(@Nullable String reason) {
        return new ArticleState.Withdrawn(reason == null ? NinjsStatus.NO_REASON : reason);
    }

    private static ArticleState scheduled(JsonMembers item, Instant now) throws UnreadablePage {
        Instant until = item.time("embargoUntil");
        if (until == null) {
            throw UnreadablePage.at(
                    item.path("embargoUntil"), Reason.MALFORMED, "a scheduled article has the time of its embargo.");
        }
        return until.isAfter(now)
                ? new ArticleState.Scheduled(until.truncatedTo(ChronoUnit.MICROS))
                : new ArticleState.Published();
    }

    private static @Nullable String note(JsonMembers item, String name) throws UnreadablePage {
        String text = item.text(name);
        if (text != null && text.length() > MAX_NOTE) {
            throw UnreadablePage.at(
                    item.path(name),
                    Reason.TOO_LONG,
                    "it has %d characters; the limit is %d.".formatted(text.length(), MAX_NOTE));
        }
        return text == null || text.isBlank() ? null : text;
    }
}
