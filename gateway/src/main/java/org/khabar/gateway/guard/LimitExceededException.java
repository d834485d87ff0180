package org.khabar.gateway.guard;

/** A document beyond a configured bound. */
public final class LimitExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private LimitExceededException(String message) {
        super(message, null, false, false);
    }

    static LimitExceededException of(String what, int limit) {
        return new LimitExceededException("The document has more than " + limit + " " + what);
    }

    static LimitExceededException of(String message) {
        return new LimitExceededException(message);
    }
}
