package org.khabar.deploy.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One request with many items whose results are read while it is still sent. By hand, for Java's HTTP client reads an
 * answer when the request is out.
 */
final class BulkUpload {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Long, String> reported = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable JsonNode> end = new AtomicReference<>();

    /** The ids of the articles whose lines were reported as stored, by line. */
    Map<Long, String> reported() {
        return reported;
    }

    /** The last line of the answer; null when it broke off before. */
    @Nullable
    JsonNode end() {
        return end.get();
    }

    /** Sends all items and reads all results, until the end or until the service is gone. */
    void run(int port, String token, String key, List<String> items) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            Thread sender = Thread.ofVirtual().start(() -> send(socket, token, key, items));
            read(socket);
            sender.interrupt();
        } catch (IOException gone) {
            // What was reported until then counts.
        }
    }

    private static void send(Socket socket, String token, String key, List<String> items) {
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            write(
                    out,
                    "POST /imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/x-ndjson\r\nIdempotency-Key: " + key
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (String item : items) {
                byte[] line = (item + "\n").getBytes(StandardCharsets.UTF_8);
                write(out, Integer.toHexString(line.length) + "\r\n");
                out.write(line);
                write(out, "\r\n");
            }
            write(out, "0\r\n\r\n");
            out.flush();
        } catch (IOException gone) {
            // The reader notices.
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(Socket socket) throws IOException {
        InputStream answer = new BufferedInputStream(socket.getInputStream());
        ChunkedBody.readHead(answer);
        BufferedReader in = new BufferedReader(new InputStreamReader(new ChunkedBody(answer), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode result = JSON.readTree(line);
            if (result.has("done")) {
                end.set(result);
                return;
            }
            if (!result.path("status").asText().equals("failed")) {
                reported.put(result.path("line").asLong(), result.path("id").asText());
            }
        }
    }
}
