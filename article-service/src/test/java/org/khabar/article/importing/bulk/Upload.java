package org.khabar.article.importing.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.testing.Tokens;

/** A request that is still being sent while its answer is read, by hand: HTTP clients do one after the other. */
final class Upload implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream answer;
    private @Nullable BufferedReader in;

    Upload(String key) throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(30_000);
        out = socket.getOutputStream();
        answer = new BufferedInputStream(socket.getInputStream());
        write("POST /imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.editor()
                + "\r\nContent-Type: application/x-ndjson\r\nIdempotency-Key: " + key
                + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    void send(String body) throws IOException {
        send(body.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        write(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        write("\r\n");
    }

    /** The next lines of the answer. */
    List<String> readLines(int count) throws IOException {
        BufferedReader reader = in;
        if (reader == null) {
            assertThat(ChunkedBody.readHead(answer)).contains("200");
            reader = new BufferedReader(new InputStreamReader(new ChunkedBody(answer), StandardCharsets.UTF_8));
            in = reader;
        }
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            String line = reader.readLine();
            assertThat(line).as("after " + lines).isNotNull();
            lines.add(line);
        }
        return lines;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
