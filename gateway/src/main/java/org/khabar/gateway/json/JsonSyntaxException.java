package org.khabar.gateway.json;

/** Bytes that are not JSON, or JSON beyond a limit. */
public final class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean beyondLimit;

    private JsonSyntaxException(String message, boolean beyondLimit) {
        super(message, null, false, false);
        this.beyondLimit = beyondLimit;
    }

    static JsonSyntaxException at(int offset, String problem) {
        return new JsonSyntaxException(problem + " at byte " + offset, false);
    }

    static JsonSyntaxException beyondLimit(int offset, String problem) {
        return new JsonSyntaxException(problem + " at byte " + offset, true);
    }

    /** Whether it may well be JSON, but is more than is taken. */
    public boolean isBeyondLimit() {
        return beyondLimit;
    }
}
