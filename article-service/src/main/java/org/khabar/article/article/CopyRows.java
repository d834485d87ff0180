package org.khabar.article.article;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of PostgreSQL's COPY, in UTF-8. Escapes and encodes in one go: of all that an import in bulk does in
 * its transactions this is the most.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS-TEXT">COPY, text format</a>
 */
final class CopyRows {

    private static final String UNTRANSLATABLE = "22P05";
    private static final int FIRST_BYTES = 1 << 16;

    /** Of a UTF-16 code unit: an escape has two, half of a pair has two, any other at most three. */
    private static final int MOST_BYTES_A_CHAR = 3;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;
    private boolean first = true;
    private boolean half;

    /** The next column of the row, as the type's input function reads it; null is null. */
    CopyRows value(@Nullable Object value) {
        separate();
        if (value == null) {
            reserve(1);
            put('\\');
            put('N');
        } else {
            write(value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
        return this;
    }

    CopyRows values(int[] array) {
        StringBuilder text = new StringBuilder("{");
        for (int item : array) {
            text.append(text.length() > 1 ? "," : "").append(item);
        }
        return value(text.append('}'));
    }

    CopyRows values(String[] array) {
        StringBuilder text = new StringBuilder("{");
        for (String item : array) {
            text.append(text.length() > 1 ? ",\"" : "\"")
                    .append(item.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return value(text.append('}'));
    }

    void endRow() {
        reserve(1);
        put('\n');
        first = true;
    }

    /** @throws SQLException of class 22 when a text has half of a character */
    InputStream open() throws SQLException {
        if (half) {
            throw new SQLException("a text has half of a character", UNTRANSLATABLE);
        }
        return new ByteArrayInputStream(bytes, 0, length);
    }

    private void separate() {
        if (!first) {
            reserve(1);
            put('\t');
        }
        first = false;
    }

    private void write(String text) {
        reserve(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter < 0x80) {
                putAscii(letter);
            } else if (letter < 0x800) {
                put(0xC0 | letter >> 6);
                putRest(letter);
            } else if (!Character.isSurrogate(letter)) {
                put(0xE0 | letter >> 12);
                putRest(letter >> 6);
                putRest(letter);
            } else if (at + 1 < text.length() && Character.isSurrogatePair(letter, text.charAt(at + 1))) {
                putPair(Character.toCodePoint(letter, text.charAt(++at)));
            } else {
                half = true;
            }
        }
    }

    private void putAscii(char letter) {
        switch (letter) {
            case '\\' -> putEscaped('\\');
            case '\n' -> putEscaped('n');
            case '\r' -> putEscaped('r');
            case '\t' -> putEscaped('t');
            default -> put(letter);
        }
    }

    private void putEscaped(char letter) {
        put('\\');
        put(letter);
    }

    private void putPair(int point) {
        put(0xF0 | point >> 18);
        putRest(point >> 12);
        putRest(point >> 6);
        putRest(point);
    }

    /** A byte behind the first of its character. */
    private void putRest(int bits) {
        put(0x80 | (bits & 0x3F));
    }

    private void put(int octet) {
        bytes[length++] = (byte) octet;
    }

    private void reserve(int chars) {
        int needed = Math.addExact(length, Math.multiplyExact(chars, MOST_BYTES_A_CHAR));
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }
}
