package org.khabar.article.importing.draft;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page that no article can be made of. The only exception that parsers throw. */
public final class UnreadablePage extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the page. */
    public enum Reason {
        EMPTY,
        NOT_UTF_8,
        BINARY,
        HTML,
        NOT_HTML,
        TOO_LONG,
        NO_HEADLINE,
        NO_BODY,
        /** Not what its media type says, or a value that its form does not allow. */
        MALFORMED
    }

    private final Reason reason;
    private final @Nullable Integer line;
    private final @Nullable String path;

    /** @param line the 1-based line that is wrong, when one is */
    public UnreadablePage(Reason reason, String message, @Nullable Integer line) {
        this(reason, message, line, null);
    }

    private UnreadablePage(Reason reason, String message, @Nullable Integer line, @Nullable String path) {
        super(message, null, false, false);
        this.reason = reason;
        this.line = line;
        this.path = path;
    }

    /** @param path the member of a JSON form that is wrong, such as {@code $.bodies[0].contenttype} */
    public static UnreadablePage at(String path, Reason reason, String message) {
        return new UnreadablePage(reason, path + ": " + message, null, path);
    }

    public Reason reason() {
        return reason;
    }

    public Optional<Integer> line() {
        return Optional.ofNullable(line);
    }

    /** The member of a JSON form that is wrong, when one is. */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }
}
