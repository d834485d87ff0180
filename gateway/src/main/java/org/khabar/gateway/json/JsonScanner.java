package org.khabar.gateway.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over one JSON text, to the letter of RFC 8259: what it has read over can be passed on as it is. Offsets are
 * byte offsets. It never recurses, and nesting is bounded.
 */
public final class JsonScanner {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int end;
    private final int maxDepth;
    private int position;
    private byte[] open = new byte[16];
    private int depth;

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
        literal(NULL);
        return true;
    }

    /** Reads {@code key} and its colon if they are next. */
    public boolean tryKey(JsonKey key) {
        if (peek() != '"' || !key.isQuotedAt(bytes, position, end)) {
            return false;
        }
        position += key.quotedLength();
        return tryRead(':');
    }

    /** After an item: reads a comma and tells that there is another, or reads the bracket that ends it all. */
    public boolean hasMore(char closing) {
        if (tryRead(',')) {
            return true;
        }
        expect(closing);
        return false;
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
        int at = start;
        while (at < end) {
            byte next = bytes[at];
            if (next == '"') {
                position = at + 1;
                return start;
            }
            if (next >= ' ' && next != '\\') {
                at++;
            } else if (Utf8.isPair(next) && at + 1 < end && Utf8.isContinuation(bytes[at + 1])) {
                at += 2;
            } else {
                at = skipUnusual(at, next);
            }
        }
        throw unexpected("Unclosed string");
    }

    /** An escape, or a character of more than two bytes. */
    private int skipUnusual(int at, byte next) {
        int after = next == '\\' ? JsonStrings.endOfEscape(bytes, at, end) : Utf8.endOfCharacter(bytes, at, end);
        if (after < 0) {
            throw JsonSyntaxException.at(at, "Not a character of a JSON string");
        }
        return after;
    }

    /** The text between two offsets, undecoded. */
    public String text(int start, int stop) {
        return new String(bytes, start, stop - start, StandardCharsets.UTF_8);
    }

    /** Reads over one value of any kind, and leaves {@link #position} right behind it. */
    public void skipValue() {
        byte next = peek();
        if (next == '{' || next == '[') {
            skipNested();
        } else {
            skipScalar(next);
        }
    }

    /**
     * Reads over one value of a text that was read over before, and leaves {@link #position} right behind it. What is
     * in a string is not checked again.
     */
    public void passValue() {
        if (peek() == '"') {
            passString();
        } else {
            skipValue();
        }
    }

    private void passString() {
        int at = position + 1;
        for (byte next = bytes[at]; next != '"'; next = bytes[at]) {
            at += next == '\\' ? 2 : 1;
        }
        position = at + 1;
    }

    /** Reads over a key and its value. */
    public void skipMember() {
        skipKey();
        skipValue();
    }

    private void skipNested() {
        depth = 0;
        do {
            byte next = peek();
            if (next == '{' || next == '[') {
                open(next);
            } else {
                skipScalar(next);
                close();
            }
        } while (depth > 0);
    }

    /** Reads an opening bracket and what must come before its first value, or all of it when it is empty. */
    private void open(byte bracket) {
        if (depth == maxDepth) {
            throw tooDeep();
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = bracket;
        position++;
        if (tryRead(closing(bracket))) {
            depth--;
            close();
        } else if (bracket == '{') {
            skipKey();
        }
    }

    /** After a value: reads on to where the next one starts, closing what ends before it. */
    private void close() {
        while (depth > 0) {
            byte bracket = open[depth - 1];
            if (!hasMore(closing(bracket))) {
                depth--;
            } else {
                if (bracket == '{') {
                    skipKey();
                }
                return;
            }
        }
    }

    private static char closing(byte bracket) {
        return bracket == '{' ? '}' : ']';
    }

    private void skipKey() {
        skipString();
        expect(':');
    }

    private void skipScalar(byte next) {
        switch (next) {
            case '"' -> skipString();
            case 't' -> literal(TRUE);
            case 'f' -> literal(FALSE);
            case 'n' -> literal(NULL);
            default -> skipNumber();
        }
    }

    private void literal(byte[] text) {
        int stop = position + text.length;
        if (stop > end || !Arrays.equals(bytes, position, stop, text, 0, text.length)) {
            throw unexpected("Not a JSON value");
        }
        position = stop;
    }

    private void skipNumber() {
        int stop = JsonNumbers.endOfNumber(bytes, position, end);
        if (stop < 0) {
            throw unexpected("Not a JSON value");
        }
        position = stop;
    }

    JsonSyntaxException tooDeep() {
        return beyondLimit("JSON nested deeper than " + maxDepth);
    }

    /** The failure to throw when what is next is more than is taken. */
    JsonSyntaxException beyondLimit(String problem) {
        return JsonSyntaxException.beyondLimit(position, problem);
    }

    /** The failure to throw when what is next does not fit. */
    public JsonSyntaxException unexpected(String problem) {
        return JsonSyntaxException.at(position, problem);
    }
}
