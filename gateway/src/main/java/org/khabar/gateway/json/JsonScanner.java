package org.khabar.gateway.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over one JSON text. Offsets are byte offsets. It checks structure as far as it must to find where a value ends;
 * it never recurses, and nesting is bounded.
 */
public final class JsonScanner {
    private final byte[] bytes;
    private final int end;
    private final int maxDepth;
    private int position;
    private boolean sawNull;

    /**
     * A scanner over {@code bytes}.
     *
     * @param maxDepth how deep arrays and objects may nest
     */
    public JsonScanner(byte[] bytes, int start, int end, int maxDepth) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
        this.maxDepth = maxDepth;
    }

    /** A scanner over all of {@code bytes}. */
    public JsonScanner(byte[] bytes, int maxDepth) {
        this(bytes, 0, bytes.length, maxDepth);
    }

    /** Another scanner over the same text, at an offset. */
    public JsonScanner from(int offset) {
        return new JsonScanner(bytes, offset, end, maxDepth);
    }

    /** Offset of the next byte to read. */
    public int position() {
        return position;
    }

    /** The text that is scanned. */
    public byte[] bytes() {
        return bytes;
    }

    /** How deep arrays and objects may nest. */
    public int maxDepth() {
        return maxDepth;
    }

    /** The next byte that is not white space, without reading it; 0 at the end. */
    public byte peek() {
        while (position < end) {
            byte next = bytes[position];
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            position++;
        }
        return 0;
    }

    /** Reads {@code expected} after white space. */
    public void expect(char expected) {
        if (peek() != expected) {
            throw unexpected("Expected '" + expected + "'");
        }
        position++;
    }

    /** Reads {@code wanted} after white space if it is next. */
    public boolean tryRead(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        position++;
        return true;
    }

    /** Reads {@code null} if it is next. */
    public boolean tryNull() {
        if (peek() != 'n') {
            return false;
        }
        literal("null");
        return true;
    }

    /** Fails unless only white space is left. */
    public void expectEnd() {
        if (peek() != 0 || position < end) {
            throw unexpected("Unexpected text after the value");
        }
    }

    /**
     * Reads over a string.
     *
     * @return offset of the first byte after the opening quote; the closing quote is at {@code position() - 1}
     */
    public int skipString() {
        expect('"');
        int start = position;
        while (position < end) {
            byte next = bytes[position++];
            if (next == '"') {
                return start;
            }
            if (next == '\\') {
                position++;
            } else if (next >= 0 && next < ' ') {
                throw unexpected("Control character in a string");
            }
        }
        throw unexpected("Unclosed string");
    }

    /** Whether the bytes from {@code start} to {@code stop} are {@code text}. */
    public boolean matches(int start, int stop, byte[] text) {
        return Arrays.equals(bytes, start, stop, text, 0, text.length);
    }

    /** The text between two offsets, undecoded. */
    public String text(int start, int stop) {
        return new String(bytes, start, stop - start, StandardCharsets.UTF_8);
    }

    /** Whether the last {@link #skipValue} went over a {@code null} inside an array. */
    public boolean sawNull() {
        return sawNull;
    }

    /** Reads over one value of any kind, and leaves {@link #position} right behind it. */
    public void skipValue() {
        sawNull = false;
        switch (peek()) {
            case '"' -> skipString();
            case '{', '[' -> skipNested();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> skipNumber();
        }
    }

    private void skipNested() {
        Nesting nesting = new Nesting();
        do {
            skipToken(nesting);
        } while (nesting.depth > 0);
    }

    private void skipToken(Nesting nesting) {
        switch (peek()) {
            case '"' -> skipString();
            case '{', '[' -> nesting.open(bytes[position++]);
            case '}', ']' -> nesting.close(bytes[position++]);
            case ',', ':' -> position++;
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> {
                literal("null");
                sawNull = true;
            }
            default -> skipNumber();
        }
    }

    private void literal(String text) {
        int stop = position + text.length();
        if (stop > end || !text(position, stop).equals(text)) {
            throw unexpected("Not a JSON value");
        }
        position = stop;
    }

    private void skipNumber() {
        int start = position;
        while (position < end && isNumberPart(bytes[position])) {
            position++;
        }
        if (position == start) {
            throw unexpected("Not a JSON value");
        }
    }

    private static boolean isNumberPart(byte next) {
        return next >= '0' && next <= '9' || next == '-' || next == '+' || next == '.' || next == 'e' || next == 'E';
    }

    /** The failure to throw when what is next does not fit. */
    public JsonSyntaxException unexpected(String problem) {
        return JsonSyntaxException.at(position, problem);
    }

    /** What is open, innermost last. */
    private final class Nesting {
        private byte[] open = new byte[16];
        private int depth;

        void open(byte bracket) {
            if (depth == maxDepth) {
                throw unexpected("JSON nested deeper than " + maxDepth);
            }
            if (depth == open.length) {
                open = Arrays.copyOf(open, depth * 2);
            }
            open[depth++] = bracket;
        }

        void close(byte bracket) {
            if (depth == 0 || open[--depth] != (bracket == '}' ? '{' : '[')) {
                throw unexpected("Unbalanced brackets");
            }
        }
    }
}
