package org.khabar.gateway.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection, so bare that it is plain what the server does with it: it repeats and reconnects nothing. */
final class KeptConnection implements Closeable {
    private final Socket socket;
    private final InputStream in;

    KeptConnection(int port) throws IOException {
        this.socket = new Socket("localhost", port);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * An answer.
     *
     * @param closes whether the server says that it is the last one on this connection
     */
    record Answer(int status, String body, boolean closes) {}

    Answer post(String token, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        int status = Integer.parseInt(PartsConnection.lineOf(in).split(" ", 3)[1]);
        int length = 0;
        boolean closes = false;
        for (String header = PartsConnection.lineOf(in); !header.isEmpty(); header = PartsConnection.lineOf(in)) {
            String field = header.toLowerCase(Locale.ROOT);
            length = field.startsWith("content-length:")
                    ? Integer.parseInt(field.substring(15).trim())
                    : length;
            closes |= field.equals("connection: close");
        }
        return new Answer(status, new String(in.readNBytes(length), StandardCharsets.UTF_8), closes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
