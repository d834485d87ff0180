package org.khabar.entity.exchange;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a body that are not blank. One that is too long is passed over to its end. */
final class LineSource {

    private static final int CHUNK = 65_536;

    private final InputStream body;
    private final byte[] chunk = new byte[CHUNK];
    private final GrowingBytes line;
    private int start;
    private int end;
    private long number;

    LineSource(InputStream body, int maxBytes) {
        this.body = body;
        this.line = new GrowingBytes(maxBytes);
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param bytes what it holds; null when that is too much
     */
    record Line(long number, byte @Nullable [] bytes) {}

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        while (readLine()) {
            number++;
            if (line.isOver()) {
                return new Line(number, null);
            }
            int length = withoutSpace();
            if (length > 0) {
                return new Line(number, line.copy(length));
            }
        }
        return null;
    }

    /** Whether there was a line. */
    private boolean readLine() throws IOException {
        line.clear();
        boolean any = false;
        while (start < end || fill()) {
            any = true;
            int stop = start;
            while (stop < end && chunk[stop] != '\n') {
                stop++;
            }
            line.append(chunk, start, stop);
            start = stop + 1;
            if (stop < end) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, body.read(chunk, 0, CHUNK));
        return end > 0;
    }

    /** The length of the line without white space at its end, 0 when it is nothing else. */
    private int withoutSpace() {
        int length = line.length();
        while (length > 0 && line.at(length - 1) >= 0 && line.at(length - 1) <= ' ') {
            length--;
        }
        return length;
    }
}
