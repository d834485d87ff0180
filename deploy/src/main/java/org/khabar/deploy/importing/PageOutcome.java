package org.khabar.deploy.importing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one page; as JSON, one line of {@code ./khabar import --json}.
 *
 * @param path as the user named it, or below the folder that the user named
 * @param id of the article; null when the import failed
 * @param error why it failed; null when it did not
 * @param warnings what was assumed, such as a missing date
 */
public record PageOutcome(
        String path,
        Status status,
        @Nullable String id,
        @Nullable String error,
        List<String> warnings) {
    /** The outcomes there are. */
    public enum Status {
        CREATED,
        REVISED,
        UNCHANGED,
        FAILED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PageOutcome {
        warnings = List.copyOf(warnings);
        if ((status == Status.FAILED) == (error == null)) {
            throw new IllegalArgumentException("a failure, and nothing else, has an error");
        }
    }

    static PageOutcome failed(String path, String error) {
        return new PageOutcome(path, Status.FAILED, null, error, List.of());
    }

    @JsonIgnore
    public boolean isFailure() {
        return status == Status.FAILED;
    }
}
