package org.khabar.article.importing.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.ImportFailures;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * Why an item was not imported.
 *
 * @param path the member of a JSON item that is wrong, when one is
 * @param lineInItem the 1-based line of the item's own text that is wrong, when one is
 * @param retriable true when nothing is wrong with the item, and it may be imported when it is sent again; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemError(
        ErrorCode code,
        String message,
        @Nullable String path,
        @Nullable Integer lineInItem,
        @Nullable Boolean retriable) {

    ItemError(ErrorCode code, String message, @Nullable String path, @Nullable Integer lineInItem) {
        this(code, message, path, lineInItem, null);
    }

    /** Others wrote what the item would write, again and again. */
    static ItemError contended() {
        return new ItemError(
                ErrorCode.CONFLICT,
                "Others were writing the same articles all the time; nothing is wrong with the item, send it again.",
                null,
                null,
                true);
    }

    static ItemError of(UnreadablePage unreadable) {
        RequestFailure failure = ImportFailures.of(unreadable);
        return new ItemError(
                failure.code(),
                failure.getMessage(),
                unreadable.path().orElse(null),
                unreadable.line().orElse(null));
    }

    static ItemError of(RequestFailure failure) {
        return new ItemError(
                failure.code(), failure.getMessage(), null, failure.line().orElse(null));
    }
}
