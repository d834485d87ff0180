package org.khabar.entity.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.ErrorCode;
import org.khabar.entity.failure.RequestFailure;

/**
 * Why a line was not imported.
 *
 * @param retriable true when nothing is wrong with the line, and it may be imported when it is sent again; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemError(ErrorCode code, String message, @Nullable Boolean retriable) {

    ItemError(ErrorCode code, String message) {
        this(code, message, null);
    }

    static ItemError of(RequestFailure failure) {
        return new ItemError(failure.code(), failure.getMessage());
    }
}
