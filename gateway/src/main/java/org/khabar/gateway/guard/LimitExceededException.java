package org.khabar.gateway.guard;

import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/** A document beyond a configured bound. */
public final class LimitExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable SourceLocation location;

    private LimitExceededException(String message, @Nullable SourceLocation location) {
        super(message, null, false, false);
        this.location = location;
    }

    static LimitExceededException of(String what, int limit) {
        return of("The document has more than " + limit + " " + what);
    }

    static LimitExceededException of(String message) {
        return new LimitExceededException(message, null);
    }

    static LimitExceededException at(String message, @Nullable SourceLocation location) {
        return new LimitExceededException(message, location);
    }

    /** Where in the document it is; null when it is the document as a whole, or not in it. */
    public @Nullable SourceLocation location() {
        return location;
    }
}
