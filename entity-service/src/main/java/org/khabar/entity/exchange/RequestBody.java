package org.khabar.entity.exchange;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.ErrorCode;
import org.khabar.entity.failure.RequestFailure;

/** A request's body as its sender had it before it was packed. */
final class RequestBody {

    private static final int BUFFER = 65_536;
    /** Small bodies of much the same may expand as they like. */
    private static final long FREE_BYTES = 1 << 20;

    private RequestBody() {}

    /**
     * The body unpacked.
     *
     * @param encoding the request's {@code Content-Encoding}; null for none
     * @param maxExpansion how many times its size a body may expand to; reading beyond throws a {@link RequestFailure}
     * @throws RequestFailure when the encoding is neither gzip nor none
     */
    static InputStream open(InputStream body, @Nullable String encoding, int maxExpansion) throws IOException {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> unpacked(body, maxExpansion);
            default ->
                throw new RequestFailure(
                        ErrorCode.BAD_USER_INPUT, 415, "The content encoding is not gzip or none.", null);
        };
    }

    private static InputStream unpacked(InputStream body, int maxExpansion) throws IOException {
        Counting packed = new Counting(body);
        try {
            return new Unpacking(new GZIPInputStream(packed, BUFFER), packed, maxExpansion);
        } catch (ZipException | EOFException malformed) {
            throw damaged();
        }
    }

    private static RequestFailure damaged() {
        return RequestFailure.badInput("The body is no gzip, or is damaged.");
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    private static final class Unpacking extends FilterInputStream {
        private final Counting packed;
        private final int maxExpansion;
        private long count;

        Unpacking(InputStream in, Counting packed, int maxExpansion) {
            super(in);
            this.packed = packed;
            this.maxExpansion = maxExpansion;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(bytes, offset, length);
            } catch (ZipException | EOFException malformed) {
                throw damaged();
            }
            count += Math.max(0, read);
            if (count > FREE_BYTES && count / maxExpansion > packed.count) {
                throw new RequestFailure(
                        ErrorCode.LIMIT_EXCEEDED,
                        413,
                        "The gzip body expands to more than %d times its size.".formatted(maxExpansion),
                        null);
            }
            return read;
        }
    }
}
