package org.khabar.article.importing.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an import with a key has come, over all its attempts.
 *
 * @param finishedAt null while it is under way or after it broke off
 * @param lastLine the line or part up to which all is committed
 * @param failures the first of them, in the order of lines
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportRecord(
        String key,
        String startedAt,
        String updatedAt,
        @Nullable String finishedAt,
        long lastLine,
        @JsonUnwrapped BatchCounts counts,
        List<Failure> failures) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(
            long line,
            String code,
            String message,
            @Nullable String path) {}
}
