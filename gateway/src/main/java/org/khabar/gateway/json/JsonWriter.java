package org.khabar.gateway.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON into a growing array. What was written last can be taken back, which null bubbling needs. */
public final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;
    private long takenBack;

    /** A writer that expects about {@code capacity} bytes. */
    public JsonWriter(int capacity) {
        this.bytes = new byte[Math.max(16, capacity)];
    }

    /** How many bytes there are. */
    public int size() {
        return size;
    }

    /** How many bytes were ever written, those taken back included: what the writing has cost. */
    public long written() {
        return takenBack + size;
    }

    /** Takes back everything after the first {@code newSize} bytes. */
    public void truncate(int newSize) {
        takenBack += size - newSize;
        size = newSize;
    }

    /** Writes one ASCII character as it is. */
    public JsonWriter raw(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    /** Writes a slice as it is. */
    public JsonWriter raw(byte[] source, int start, int length) {
        reserve(length);
        System.arraycopy(source, start, bytes, size, length);
        size += length;
        return this;
    }

    /** Writes bytes as they are. */
    public JsonWriter raw(byte[] source) {
        return raw(source, 0, source.length);
    }

    /** Writes text as it is. */
    public JsonWriter raw(String json) {
        int start = size;
        reserve(json.length());
        for (int i = 0; i < json.length(); i++) {
            char next = json.charAt(i);
            if (next >= 0x80) {
                size = start;
                return raw(json.getBytes(StandardCharsets.UTF_8));
            }
            bytes[size++] = (byte) next;
        }
        return this;
    }

    /** Writes a string with quotes and escapes. */
    public JsonWriter string(String text) {
        raw('"');
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            character(next);
        }
        return raw('"');
    }

    private void character(byte next) {
        reserve(6);
        if (next == '"' || next == '\\') {
            bytes[size++] = '\\';
            bytes[size++] = next;
        } else if (next >= 0 && next < ' ') {
            escape(next);
        } else {
            bytes[size++] = next;
        }
    }

    private void escape(byte control) {
        switch (control) {
            case '\n' -> raw("\\n");
            case '\r' -> raw("\\r");
            case '\t' -> raw("\\t");
            default -> raw("\\u00").raw((char) HEX[control >> 4]).raw((char) HEX[control & 15]);
        }
    }

    /** Writes a value made of maps, lists, strings, numbers, booleans and null. */
    public JsonWriter value(@Nullable Object value) {
        return switch (value) {
            case null -> raw("null");
            case Map<?, ?> object -> object(object);
            case List<?> array -> array(array);
            case Number number -> raw(number.toString());
            case Boolean bool -> raw(bool.toString());
            default -> string(value.toString());
        };
    }

    private JsonWriter object(Map<?, ?> object) {
        raw('{');
        char separator = 0;
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            if (separator != 0) {
                raw(separator);
            }
            separator = ',';
            string(entry.getKey().toString()).raw(':').value(entry.getValue());
        }
        return raw('}');
    }

    private JsonWriter array(List<?> array) {
        raw('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                raw(',');
            }
            value(array.get(i));
        }
        return raw(']');
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The array behind the writer; only the first {@link #size} bytes count, and only until more is written. */
    public byte[] array() {
        return bytes;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
