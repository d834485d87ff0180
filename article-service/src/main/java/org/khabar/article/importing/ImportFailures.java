package org.khabar.article.importing;

import java.util.Objects;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.draft.UnreadablePage;

/** What clients are told of pages that cannot be imported. */
public final class ImportFailures {

    private ImportFailures() {}

    public static RequestFailure of(UnreadablePage unreadable) {
        ErrorCode code = unreadable.reason() == UnreadablePage.Reason.TOO_LONG
                ? ErrorCode.LIMIT_EXCEEDED
                : ErrorCode.BAD_USER_INPUT;
        return new RequestFailure(
                code,
                httpStatus(unreadable.reason()),
                Objects.requireNonNull(unreadable.getMessage()),
                unreadable.line().orElse(null));
    }

    public static RequestFailure tooLarge(int maxBytes) {
        return new RequestFailure(
                ErrorCode.LIMIT_EXCEEDED, 413, "The page has more than %d bytes.".formatted(maxBytes), null);
    }

    private static int httpStatus(UnreadablePage.Reason reason) {
        return switch (reason) {
            case EMPTY, NOT_UTF_8, MALFORMED -> 400;
            case TOO_LONG -> 413;
            case BINARY, HTML, NOT_HTML -> 415;
            case NO_HEADLINE, NO_BODY -> 422;
        };
    }
}
