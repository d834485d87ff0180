package org.khabar.gateway.supergraph.link;

/** A {@code @link} that its specification does not allow; the message says which and why. */
public final class InvalidLinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What kind of fault it is. */
    public enum Reason {
        /** The URL cannot be read. */
        IDENTIFIER,
        /** An argument is wrong. */
        USAGE,
        /** The version of the link specification itself is not known. */
        LINK_VERSION,
        /** The federation version is not known. */
        VERSION
    }

    InvalidLinkException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What kind of fault it is. */
    public Reason reason() {
        return reason;
    }
}
