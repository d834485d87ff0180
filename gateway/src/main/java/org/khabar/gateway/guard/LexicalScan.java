package org.khabar.gateway.guard;

/**
 * Finds the number literals of a document by its lexical grammar alone (GraphQL spec, Language, Lexical Tokens). Strings,
 * comments and names may hold digits that are no numbers.
 */
final class LexicalScan {
    /** Beyond any bound, and far from overflowing. */
    private static final long ENOUGH = 1L << 32;

    private final String document;
    private int position;
    private int digits;
    private long exponent;

    LexicalScan(String document) {
        this.document = document;
    }

    /** Reads on to the next number and over it; false at the end. */
    boolean toNumber() {
        while (position < document.length()) {
            char next = at(position);
            if (isDigit(next)) {
                number();
                return true;
            }
            if (next == '"') {
                string();
            } else if (next == '#') {
                comment();
            } else if (isNameStart(next)) {
                name();
            } else {
                position++;
            }
        }
        return false;
    }

    /** Digits of the number before its exponent. */
    int digits() {
        return digits;
    }

    /** The number's exponent, without its sign. */
    long exponent() {
        return exponent;
    }

    private void number() {
        int start = position;
        skipDigits();
        digits = position - start;
        if (at(position) == '.') {
            int point = position++;
            skipDigits();
            digits += position - point - 1;
        }
        exponent = 0;
        if (at(position) == 'e' || at(position) == 'E') {
            position++;
            if (at(position) == '+' || at(position) == '-') {
                position++;
            }
            for (; isDigit(at(position)); position++) {
                exponent = Math.min(ENOUGH, exponent * 10 + at(position) - '0');
            }
        }
    }

    private void skipDigits() {
        while (isDigit(at(position))) {
            position++;
        }
    }

    private void name() {
        while (isNameStart(at(position)) || isDigit(at(position))) {
            position++;
        }
    }

    private void comment() {
        while (position < document.length() && !isLineEnd(at(position))) {
            position++;
        }
    }

    private void string() {
        if (document.startsWith("\"\"\"", position)) {
            block();
            return;
        }
        position++;
        while (position < document.length() && at(position) != '"' && !isLineEnd(at(position))) {
            position += at(position) == '\\' ? 2 : 1;
        }
        position++;
    }

    private void block() {
        position += 3;
        while (position < document.length() && !document.startsWith("\"\"\"", position)) {
            position += document.startsWith("\\\"\"\"", position) ? 4 : 1;
        }
        position += 3;
    }

    /** The character there; past the end one that is part of nothing. */
    private char at(int index) {
        return index < document.length() ? document.charAt(index) : '\0';
    }

    private static boolean isDigit(char next) {
        return next >= '0' && next <= '9';
    }

    private static boolean isLineEnd(char next) {
        return next == '\n' || next == '\r';
    }

    private static boolean isNameStart(char next) {
        return next == '_' || next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
    }
}
