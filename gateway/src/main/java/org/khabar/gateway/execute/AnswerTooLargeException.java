package org.khabar.gateway.execute;

/** The answer to the client would be larger than it may be, or take more work. */
final class AnswerTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String LIMIT_EXCEEDED = "LIMIT_EXCEEDED";

    private final String code;

    private AnswerTooLargeException(String message, String code) {
        super(message, null, false, false);
        this.code = code;
    }

    static AnswerTooLargeException tooLarge(long limit) {
        return new AnswerTooLargeException("The answer would be larger than " + limit + " bytes", LIMIT_EXCEEDED);
    }

    static AnswerTooLargeException tooMuchWork(long limit) {
        return new AnswerTooLargeException(
                "To write the answer takes more than " + limit
                        + " bytes, with those that are taken back where a value must not be null",
                LIMIT_EXCEEDED);
    }

    static AnswerTooLargeException tooManyParts(int limit) {
        return new AnswerTooLargeException(
                "More than " + limit + " parts of the answer would come later", LIMIT_EXCEEDED);
    }

    /** All requests together hold too much. */
    static AnswerTooLargeException noMemory() {
        return new AnswerTooLargeException("The gateway has no memory left for the answer now", "OVERLOADED");
    }

    /** What clients see as {@code extensions.code}. */
    String code() {
        return code;
    }

    String explain() {
        return String.valueOf(getMessage());
    }
}
