package org.khabar.gateway.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A GraphQL name with its bytes at hand, to be found in JSON and written to it without encoding it again. */
public final class JsonKey {
    private final String text;
    private final byte[] bytes;
    private final byte[] quoted;

    private JsonKey(String text) {
        this.text = text;
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.quoted = ("\"" + text + "\":").getBytes(StandardCharsets.UTF_8);
    }

    /** The key for a name; a GraphQL name needs no escapes. */
    public static JsonKey of(String name) {
        return new JsonKey(name);
    }

    /** The name. */
    public String text() {
        return text;
    }

    /** Whether the bytes between two offsets are this name. */
    public boolean matches(byte[] json, int start, int stop) {
        return stop - start == bytes.length && Arrays.equals(json, start, stop, bytes, 0, bytes.length);
    }

    /** Whether the name stands at an offset, quoted. */
    boolean isQuotedAt(byte[] json, int start, int end) {
        int stop = start + quotedLength();
        return stop <= end && Arrays.equals(json, start, stop, quoted, 0, quotedLength());
    }

    /** Its bytes with quotes. */
    int quotedLength() {
        return bytes.length + 2;
    }

    /** Writes the name as an object's key, with quotes and colon. */
    public void writeTo(JsonWriter writer) {
        writer.raw(quoted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonKey that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
