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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemError(
        ErrorCode code,
        String message,
        @Nullable String path,
        @Nullable Integer lineInItem) {

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
