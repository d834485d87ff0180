package org.khabar.gateway.security;

/** A request that does not say credibly who is asking. */
public final class UnauthenticatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String challenge;

    private UnauthenticatedException(String message, String challenge, Throwable cause) {
        super(message, cause, false, false);
        this.challenge = challenge;
    }

    static UnauthenticatedException noToken() {
        return new UnauthenticatedException(
                "A bearer token is needed", "Bearer realm=\"khabar\"", new IllegalStateException("No token"));
    }

    static UnauthenticatedException badToken(Throwable cause) {
        return new UnauthenticatedException(
                "The token is not valid: wrong signature, issuer or audience, or expired",
                "Bearer realm=\"khabar\", error=\"invalid_token\"",
                cause);
    }

    /** A token that was good has ended meanwhile. */
    public static UnauthenticatedException expired() {
        return badToken(new IllegalStateException("Expired"));
    }

    /** What to answer as {@code WWW-Authenticate} (RFC 6750, section 3). */
    public String challenge() {
        return challenge;
    }
}
