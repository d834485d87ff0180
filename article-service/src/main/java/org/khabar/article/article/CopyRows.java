package org.khabar.article.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of PostgreSQL's COPY.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS-TEXT">COPY, text format</a>
 */
final class CopyRows {

    private static final String UNTRANSLATABLE = "22P05";

    private final StringBuilder rows = new StringBuilder();
    private boolean first = true;

    /** The next column of the row, as the type's input function reads it; null is null. */
    CopyRows value(@Nullable Object value) {
        rows.append(first ? "" : "\t");
        first = false;
        if (value == null) {
            rows.append("\\N");
        } else {
            escape(value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
        return this;
    }

    CopyRows values(int[] array) {
        StringBuilder text = new StringBuilder("{");
        Arrays.stream(array)
                .forEach(item -> text.append(text.length() > 1 ? "," : "").append(item));
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
        rows.append('\n');
        first = true;
    }

    /** @throws SQLException of class 22 when a text has half of a character */
    byte[] toBytes() throws SQLException {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(rows));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException half) {
            throw new SQLException("a text has half of a character", UNTRANSLATABLE, half);
        }
    }

    private void escape(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '\\' -> rows.append("\\\\");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\t' -> rows.append("\\t");
                default -> rows.append(letter);
            }
        }
    }
}
