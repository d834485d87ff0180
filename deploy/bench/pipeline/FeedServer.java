import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article feed that has its answers in memory, so that it takes little of the machine, and gives tokens for itself. */
final class FeedServer implements AutoCloseable {

    /** As article-service answers. */
    private static final int EVENTS_AN_ANSWER = 100;

    private static final Pattern LAST = Pattern.compile("lastEventId=(\\d+)");

    private final HttpServer server;
    private final List<byte[]> events = new ArrayList<>();
    private int shown;

    FeedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/token", exchange -> answer(
                exchange,
                "{\"access_token\":\"bench\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                        .getBytes(StandardCharsets.US_ASCII)));
        server.createContext("/feed/articles", exchange -> answer(exchange, batch(last(exchange))));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Adds an event that nobody sees yet. */
    synchronized void add(byte[] event) {
        events.add(event);
    }

    /** Lets the first so many be seen. */
    synchronized void show(int count) {
        shown = count;
        notifyAll();
    }

    private static int last(HttpExchange exchange) {
        Matcher last = LAST.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        return last.find() ? Integer.parseInt(last.group(1)) : 0;
    }

    private synchronized byte[] batch(int last) throws IOException {
        try {
            if (last >= shown) {
                wait(1_000);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        batch.write('[');
        for (int i = last; i < Math.min(shown, last + EVENTS_AN_ANSWER); i++) {
            if (i > last) {
                batch.write(',');
            }
            batch.write(events.get(i));
        }
        batch.write(']');
        return batch.toByteArray();
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
