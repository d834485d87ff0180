import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer in chunks (RFC 9112, section 7.1), whose ends fall anywhere. */
final class ChunkedBody extends InputStream {

    private final InputStream in;
    private int left;
    private boolean ended;

    /** @param in behind the answer's head */
    ChunkedBody(InputStream in) {
        this.in = in;
    }

    /** The answer's status line; leaves the stream behind its head. */
    static String readHead(InputStream in) throws IOException {
        String status = line(in);
        while (!line(in).isEmpty()) {
            // The fields of the head say nothing that is not known.
        }
        return status;
    }

    @Override
    public int read() throws IOException {
        if (left == 0 && !ended) {
            String size = line(in);
            left = Integer.parseInt(size.isEmpty() ? line(in) : size, 16);
            ended = left == 0;
        }
        if (ended) {
            return -1;
        }
        left--;
        return in.read();
    }

    /** No more than there is of a chunk, so that nobody waits for the next one. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int first = read();
        if (first < 0) {
            return -1;
        }
        bytes[offset] = (byte) first;
        int rest = left == 0 || length == 1 ? 0 : Math.max(0, in.read(bytes, offset + 1, Math.min(left, length - 1)));
        left -= rest;
        return 1 + rest;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next;
        while ((next = in.read()) >= 0 && next != '\n') {
            line.append((char) next);
        }
        if (next < 0) {
            throw new EOFException("the answer broke off");
        }
        return line.toString().strip();
    }
}
