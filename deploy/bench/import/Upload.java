import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** One import as one request: a thread sends a file, another reads the results. Neither holds more than a line. */
final class Upload {

    private final int port;
    private final String token;
    private long created;
    private long failed;

    Upload(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** Is called every so many results. */
    interface Milestone {
        void reached() throws IOException;
    }

    /** @throws IllegalStateException unless each item was created */
    void send(Path items, int articles, int every, Milestone milestone) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(items, out));
            InputStream answer = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            String status = ChunkedBody.readHead(answer);
            if (!status.contains(" 200 ")) {
                throw new IllegalStateException(status);
            }
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new ChunkedBody(answer), StandardCharsets.UTF_8), 1 << 16);
            readResults(lines, every, milestone);
            sending.join();
        }
        if (created != articles) {
            throw new IllegalStateException("of " + articles + " were created " + created + ", failed " + failed);
        }
    }

    private void send(Path items, OutputStream out) {
        try {
            out.write(("POST /imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/x-ndjson\r\nIdempotency-Key: bench-" + System.nanoTime()
                            + "\r\nContent-Length: " + Files.size(items) + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            Files.copy(items, out);
            out.flush();
        } catch (IOException broken) {
            throw new IllegalStateException("sending broke off", broken);
        }
    }

    private void readResults(BufferedReader lines, int every, Milestone milestone) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{\"done\":true")) {
                return;
            }
            if (line.contains("\"status\":\"created\"")) {
                created++;
            } else if (line.contains("\"status\":\"failed\"")) {
                failed++;
            } else {
                throw new IllegalStateException(line);
            }
            if ((created + failed) % every == 0) {
                milestone.reached();
            }
        }
        throw new IllegalStateException("the answer has no last line");
    }
}
