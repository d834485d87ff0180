package org.khabar.gateway.execute;

/** The answer to the client would be larger than it may be, or take more work. */
final class AnswerTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AnswerTooLargeException(String message) {
        super(message, null, false, false);
    }

    static AnswerTooLargeException tooLarge(long limit) {
        return new AnswerTooLargeException("The answer would be larger than " + limit + " bytes");
    }

    static AnswerTooLargeException tooMuchWork(long limit) {
        return new AnswerTooLargeException("To write the answer takes more than " + limit
                + " bytes, with those that are taken back where a value must not be null");
    }

    static AnswerTooLargeException tooManyParts(int limit) {
        return new AnswerTooLargeException("More than " + limit + " parts of the answer would come later");
    }

    String explain() {
        return String.valueOf(getMessage());
    }
}
