package org.khabar.article.importing.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.workflow.ArticleState;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * Whether a ninjs item may be published, as its source says.
 *
 * @param canceled whether it must not be used any more, for good
 * @param embargo before which no version of it may be published; null for none
 * @param note what the source tells the newsroom
 * @see <a href="https://cv.iptc.org/newscodes/pubstatusg2/">the IPTC's publishing statuses</a>
 */
record NinjsStatus(
        boolean canceled,
        boolean withheld,
        @Nullable Instant embargo,
        @Nullable String note) {

    static final String NO_REASON = "Taken back by its source.";

    private static final int MAX_NOTE = 2000;

    /** An item without a status is usable. */
    private enum Status {
        USABLE,
        WITHHELD,
        CANCELED
    }

    private static final Map<String, Status> STATUSES =
            Map.of("usable", Status.USABLE, "withheld", Status.WITHHELD, "canceled", Status.CANCELED);

    static NinjsStatus of(JsonMembers item) throws UnreadablePage {
        Status status = item.oneOf(STATUSES, "pubstatus", "pubStatus");
        Instant embargo = item.time("embargoed", "embargoeduntil", "embargoedUntil");
        return new NinjsStatus(
                status == Status.CANCELED,
                status == Status.WITHHELD,
                embargo == null ? null : embargo.truncatedTo(ChronoUnit.MICROS),
                note(item));
    }

    /** Where an item that is not canceled is to stand. */
    ArticleState state(Instant now) {
        if (withheld) {
            return new ArticleState.Draft();
        }
        return embargo != null && embargo.isAfter(now)
                ? new ArticleState.Scheduled(embargo)
                : new ArticleState.Published();
    }

    String reason() {
        return note == null ? NO_REASON : note;
    }

    private static @Nullable String note(JsonMembers item) throws UnreadablePage {
        String text = item.text("ednote", "edNote");
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() <= MAX_NOTE) {
            return stripped;
        }
        int end = Character.isHighSurrogate(stripped.charAt(MAX_NOTE - 2)) ? MAX_NOTE - 2 : MAX_NOTE - 1;
        return stripped.substring(0, end) + "…";
    }
}
