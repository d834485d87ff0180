package org.khabar.gateway.guard;

/** Bounds the digits of numbers in a document, before a parser turns them into values. */
final class NumberLiterals {
    private NumberLiterals() {}

    /**
     * Looks for a run of number characters that is too long. Strings may hold such runs: those count as well, since
     * telling them apart would mean to parse, and a name, which may not begin with a digit, does not.
     */
    static void check(String document, int maxDigits) {
        int digits = 0;
        boolean inName = false;
        for (int i = 0; i < document.length(); i++) {
            char next = document.charAt(i);
            boolean digit = next >= '0' && next <= '9';
            inName = isNameStart(next) || digit && inName && digits == 0;
            digits = digit && !inName ? digits + 1 : 0;
            if (digits > maxDigits) {
                throw LimitExceededException.of("A number in the document has more than " + maxDigits + " digits");
            }
        }
    }

    private static boolean isNameStart(char next) {
        return next == '_' || next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
    }
}
