package org.khabar.entity.wikidata;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Reads a dump line by line: JSON as it is, or compressed by gzip or bzip2, which its first bytes tell. Memory is bounded by
 * the longest line that is read. Not safe for use by several threads.
 */
final class DumpReader implements Closeable {

    private static final int BUFFER_BYTES = 1 << 18;

    private final CountedStream file;
    private final InputStream text;
    private final int maxLineBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private byte[] line = new byte[1 << 16];
    private int length;
    private boolean tooLong;
    private int next;
    private int end;
    private long position;

    private DumpReader(CountedStream file, InputStream text, int maxLineBytes) {
        this.file = file;
        this.text = text;
        this.maxLineBytes = maxLineBytes;
    }

    /**
     * Opens a dump.
     *
     * @param maxLineBytes the longest line that is read; of longer ones only that they were there
     */
    static DumpReader open(Path path, int maxLineBytes) throws IOException {
        CountedStream file = new CountedStream(Files.newInputStream(path));
        boolean opened = false;
        try {
            InputStream text = uncompressed(new BufferedInputStream(file, BUFFER_BYTES));
            opened = true;
            return new DumpReader(file, text, maxLineBytes);
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static InputStream uncompressed(BufferedInputStream stream) throws IOException {
        stream.mark(4);
        byte[] head = stream.readNBytes(3);
        stream.reset();
        if (head.length == 3 && head[0] == 'B' && head[1] == 'Z' && head[2] == 'h') {
            return new BZip2CompressorInputStream(stream, true);
        }
        boolean isGzip = head.length == 3 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b;
        return isGzip ? new GZIPInputStream(stream, BUFFER_BYTES) : stream;
    }

    /**
     * Reads the next line.
     *
     * @return false at the end
     */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (next < end || fill()) {
            any = true;
            int stop = next;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            keep(next, stop);
            boolean whole = stop < end;
            int taken = stop - next + (whole ? 1 : 0);
            position += taken;
            next += taken;
            if (whole) {
                return true;
            }
        }
        return any;
    }

    private void keep(int from, int to) {
        int more = to - from;
        if (tooLong || more > maxLineBytes - length) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, Math.min(maxLineBytes, line.length * 2)));
        }
        System.arraycopy(buffer, from, line, length, more);
        length += more;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, text.read(buffer));
        return end > 0;
    }

    /**
     * Passes over the text before a position that {@link #position()} gave.
     *
     * @throws EOFException when the text ends before
     */
    void skipTo(long target) throws IOException {
        text.skipNBytes(target - position);
        position = target;
    }

    /** The bytes of the line; valid up to {@link #length()} and until the next is read. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    /** Whether the line was longer than what is read. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Bytes of uncompressed text up to the end of the line. */
    long position() {
        return position;
    }

    /** Bytes of the file that were read. */
    long filePosition() {
        return file.count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static final class CountedStream extends FilterInputStream {
        private long count;

        private CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = super.read(bytes, from, most);
            count += Math.max(0, read);
            return read;
        }
    }
}
