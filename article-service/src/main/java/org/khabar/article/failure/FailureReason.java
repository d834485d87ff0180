package org.khabar.article.failure;

/** Why something failed, in a line that is kept for operators. */
public final class FailureReason {

    private static final int MAX_LENGTH = 500;

    private FailureReason() {}

    /** What the first cause is and says, at most {@value #MAX_LENGTH} UTF-16 code units, none of them a control character. */
    public static String of(Throwable failed) {
        Throwable first = failed;
        for (int depth = 0; first.getCause() != null && depth < 100; depth++) {
            first = first.getCause();
        }
        String reason = first.toString().replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ");
        return reason.length() > MAX_LENGTH ? reason.substring(0, MAX_LENGTH) : reason;
    }
}
