package org.khabar.article.importing.bulk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.khabar.article.failure.RequestFailure;

/**
 * A stream that a delimiter cuts into parts. Finds it with the algorithm of Knuth, Morris and Pratt (1977): each byte is
 * looked at once.
 */
final class DelimitedBytes {

    private static final int BUFFER = 65_536;

    private final InputStream in;
    private final byte[] delimiter;
    private final int[] fallback;
    private boolean closing;
    /** The head of the body counts as behind a line's end, and so does a part, whose header ended with it. */
    private int matched = 1;
    /** Whether the line's end in what is matched is that one, which is not content. */
    private boolean headMatched = true;

    /** @param delimiter begins with a line's end */
    DelimitedBytes(InputStream body, byte[] delimiter) {
        this.in = new BufferedInputStream(body, BUFFER);
        this.delimiter = delimiter;
        this.fallback = fallback(delimiter);
    }

    /** For each length of a match, how much of the delimiter is still matched when the next byte is another. */
    private static int[] fallback(byte[] delimiter) {
        int[] fallback = new int[delimiter.length + 1];
        int length = 0;
        for (int i = 1; i < delimiter.length; i++) {
            while (length > 0 && delimiter[i] != delimiter[length]) {
                length = fallback[length];
            }
            length += delimiter[i] == delimiter[length] ? 1 : 0;
            fallback[i + 1] = length;
        }
        return fallback;
    }

    /** Whether the delimiter that was read last ends the whole. */
    boolean isClosing() {
        return closing;
    }

    /** False when there is no delimiter. */
    boolean skipToDelimiter() throws IOException {
        return readToDelimiter(new GrowingBytes(0));
    }

    /** Reads up to the next delimiter and behind its line; false when the stream ends before. */
    boolean readToDelimiter(GrowingBytes content) throws IOException {
        int next;
        while ((next = in.read()) >= 0) {
            byte value = (byte) next;
            int before = matched;
            while (matched > 0 && delimiter[matched] != value) {
                matched = fallback[matched];
            }
            release(content, before - matched);
            if (delimiter[matched] != value) {
                content.append(value);
                continue;
            }
            matched++;
            if (matched == delimiter.length) {
                finishDelimiter();
                return true;
            }
        }
        return false;
    }

    /** Hands on what was held back as the beginning of the delimiter and is not. */
    private void release(GrowingBytes content, int count) {
        for (int i = headMatched ? 1 : 0; i < count; i++) {
            content.append(delimiter[i]);
        }
        headMatched &= count == 0;
    }

    private void finishDelimiter() throws IOException {
        String rest = readLine(BUFFER);
        closing = rest.startsWith("--");
        matched = 1;
        headMatched = true;
    }

    /**
     * A line without its end.
     *
     * @throws RequestFailure when it is longer
     */
    String readLine(int maxLength) throws IOException {
        StringBuilder line = new StringBuilder();
        int next;
        while ((next = in.read()) >= 0 && next != '\n') {
            if (line.length() >= maxLength) {
                throw RequestFailure.limitExceeded("The header of a part is too long.");
            }
            line.append((char) next);
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
