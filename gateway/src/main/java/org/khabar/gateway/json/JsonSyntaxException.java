package org.khabar.gateway.json;

/** Bytes that are not JSON, or JSON beyond a limit. */
public final class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private JsonSyntaxException(String message) {
        super(message, null, false, false);
    }

    static JsonSyntaxException at(int offset, String problem) {
        return new JsonSyntaxException(problem + " at byte " + offset);
    }
}
