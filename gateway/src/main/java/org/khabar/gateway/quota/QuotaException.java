package org.khabar.gateway.quota;

import java.util.Map;

/** A request that is turned away because there are too many. */
public final class QuotaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean overloaded;
    private final transient Map<String, String> headers;

    private QuotaException(String message, boolean overloaded, Map<String, String> headers) {
        super(message, null, false, false);
        this.overloaded = overloaded;
        this.headers = headers;
    }

    static QuotaException tooMany(String message, Map<String, String> headers) {
        return new QuotaException(message, false, headers);
    }

    static QuotaException overloaded() {
        return new QuotaException("Too many requests are under way; try again", true, Map.of("Retry-After", "1"));
    }

    /** Whether it is not the client who asked too much. */
    public boolean isOverloaded() {
        return overloaded;
    }

    /** Header fields that tell the client when to come back. */
    public Map<String, String> headers() {
        return headers;
    }
}
