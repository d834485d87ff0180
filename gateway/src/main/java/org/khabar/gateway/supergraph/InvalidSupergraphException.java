package org.khabar.gateway.supergraph;

/** A document that is not a supergraph; the message says what is missing or wrong and where. */
public final class InvalidSupergraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSupergraphException(String message) {
        super(message);
    }

    public InvalidSupergraphException(String message, Throwable cause) {
        super(message, cause);
    }
}
