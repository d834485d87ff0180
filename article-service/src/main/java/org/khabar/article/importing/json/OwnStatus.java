package org.khabar.article.importing.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.Standing;
import org.khabar.article.article.StatedCorrection;
import org.khabar.article.article.workflow.ArticleState;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;

/** Where an article of our own form is to stand: {@code status}, and what the archive says of articles there. */
final class OwnStatus {

    /** Of one article; no newsroom makes so many. */
    static final int MAX_CORRECTIONS = 1000;

    private static final int MAX_NOTE = 2000;
    private static final Set<String> CORRECTION_MEMBERS = Set.of("note", "time", "version", "__typename");
    private static final Map<String, ArticleStatus> STATUSES = Stream.of(ArticleStatus.values())
            .collect(Collectors.toUnmodifiableMap(status -> status.name().toLowerCase(Locale.ROOT), status -> status));

    private OwnStatus() {}

    /** An embargo that is over holds nothing up; a correction without a note is an article like any other. */
    static Standing read(JsonMembers item, Instant now) throws UnreadablePage {
        ArticleStatus status = item.oneOf(STATUSES, "status");
        if (status == null) {
            return Standing.PLAIN;
        }
        return switch (status) {
            case PUBLISHED -> standing(new ArticleState.Published());
            case CORRECTED -> corrected(corrections(item));
            case DRAFT -> standing(new ArticleState.Draft());
            case SCHEDULED -> standing(scheduled(item, now));
            case WITHDRAWN -> standing(withdrawn(note(item, "withdrawalReason")));
        };
    }

    private static Standing standing(ArticleState state) {
        return new Standing(state, null, state.isVisibleToReaders(), List.of());
    }

    private static Standing corrected(List<StatedCorrection> corrections) {
        return corrections.isEmpty()
                ? standing(new ArticleState.Published())
                : new Standing(new ArticleState.Corrected(corrections.getLast().note()), null, true, corrections);
    }

    /** The oldest first, as the archive lists them; {@code correctionNote} is the last one, whether listed or not. */
    private static List<StatedCorrection> corrections(JsonMembers item) throws UnreadablePage {
        List<JsonMembers> listed = item.objects("corrections");
        if (listed.size() > MAX_CORRECTIONS) {
            throw UnreadablePage.at(
                    item.path("corrections"),
                    Reason.TOO_LONG,
                    "there are %d; the limit is %d.".formatted(listed.size(), MAX_CORRECTIONS));
        }
        List<StatedCorrection> corrections = new ArrayList<>();
        for (JsonMembers one : listed) {
            one.allowOnly(CORRECTION_MEMBERS);
            String note = note(one, "note");
            if (note == null) {
                throw UnreadablePage.at(one.path("note"), Reason.MALFORMED, "a correction has a note.");
            }
            Instant time = one.time("time");
            corrections.add(new StatedCorrection(note, time == null ? null : time.truncatedTo(ChronoUnit.MICROS)));
        }
        String last = note(item, "correctionNote");
        if (last != null
                && (corrections.isEmpty() || !corrections.getLast().note().equals(last))) {
            corrections.add(new StatedCorrection(last, null));
        }
        return corrections;
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
