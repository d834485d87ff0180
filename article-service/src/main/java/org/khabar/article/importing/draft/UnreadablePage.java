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
        TOO_LONG,
        NO_HEADLINE,
        NO_BODY
    }

    private final Reason reason;
    private final @Nullable Integer line;

    /** @param line the 1-based line that is wrong, when one is */
    public UnreadablePage(Reason reason, String message, @Nullable Integer line) {
        super(message, null, false, false);
        this.reason = reason;
        this.line = line;
    }

    public Reason reason() {
        return reason;
    }

    public Optional<Integer> line() {
        return Optional.ofNullable(line);
    }
}
