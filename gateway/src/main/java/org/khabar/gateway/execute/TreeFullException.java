package org.khabar.gateway.execute;

/** There is no room left for a request's answers. */
final class TreeFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TreeFullException() {
        super("No room for the answer", null, false, false);
    }
}
