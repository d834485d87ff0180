package org.khabar.entity.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * An opaque cursor: the kind of its connection and the fields of the key it points at, none of which holds a comma.
 *
 * @param kind names the connection, so that a cursor of another one is refused
 * @param fields the parts of the key, in the connection's own order
 */
public record Cursor(String kind, List<String> fields) {

    private static final int MAX_LENGTH = 200;

    public Cursor {
        fields = List.copyOf(fields);
    }

    /** The text that clients see. */
    public String encode() {
        String plain = kind + "," + String.join(",", fields);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when the text is no cursor of ours */
    public static Cursor decode(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("cursor too long");
        }
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        List<String> parts = List.of(plain.split(",", -1));
        return new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
    }

    /**
     * The fields, when this is a cursor of that kind with that many.
     *
     * @throws IllegalArgumentException when it is not
     */
    public List<String> fieldsOf(String expectedKind, int count) {
        if (!kind.equals(expectedKind) || fields.size() != count) {
            throw new IllegalArgumentException("cursor of another connection");
        }
        return fields;
    }
}
