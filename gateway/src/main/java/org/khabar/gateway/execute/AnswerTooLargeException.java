package org.khabar.gateway.execute;

/** The answer to the client would be larger than it may be. */
final class AnswerTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerTooLargeException(long limit) {
        super("The answer would be larger than " + limit + " bytes", null, false, false);
    }

    String explain() {
        return String.valueOf(getMessage());
    }
}
