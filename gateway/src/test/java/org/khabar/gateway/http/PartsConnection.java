package org.khabar.gateway.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A client that reads the parts of a {@code multipart/mixed} answer one after the other, as they come. */
final class PartsConnection implements Closeable {
    private final Socket socket;
    private final InputStream in;
    private final Map<String, String> headers = new HashMap<>();
    private byte[] chunk = {};
    private int at;

    PartsConnection(int port, String token, String accept, String body) throws IOException {
        this.socket = new Socket("localhost", port);
        this.in = new BufferedInputStream(socket.getInputStream());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: " + accept
                + "\r\nX-Request-Id: parts\r\nAuthorization: Bearer " + token + "\r\nContent-Length: " + bytes.length
                + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        lineOf(in);
        for (String header = lineOf(in); !header.isEmpty(); header = lineOf(in)) {
            String[] parts = header.split(": ?", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Skips what stands before the first part. */
    void begin() throws IOException {
        expect("\r\n---");
    }

    /** The JSON of the next part; it is over with the boundary behind it. */
    String part() throws IOException {
        expect("\r\ncontent-type: application/json; charset=utf-8\r\n\r\n");
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        for (int next = read(); next != '\r'; next = read()) {
            json.write(next);
        }
        expect("\n---");
        return json.toString(StandardCharsets.UTF_8);
    }

    /** What stands behind the last part. */
    void end() throws IOException {
        expect("--\r\n");
        if (read() >= 0) {
            throw new IOException("There is more behind the end");
        }
    }

    private void expect(String text) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (read.size() < text.length()) {
            read.write(read());
        }
        String found = read.toString(StandardCharsets.US_ASCII);
        if (!found.equals(text)) {
            throw new IOException("Not " + Arrays.toString(text.toCharArray()) + " but " + found);
        }
    }

    /** The next byte of the body; -1 behind its end. */
    private int read() throws IOException {
        if (at == chunk.length) {
            int length = Integer.parseInt(lineOf(in), 16);
            chunk = in.readNBytes(length);
            at = 0;
            lineOf(in);
            if (length == 0) {
                return -1;
            }
        }
        return chunk[at++];
    }

    /** The next line of a head. */
    static String lineOf(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed before the end");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
