package org.khabar.gateway.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** {@link TestServices} with the reviews on a server of their own, which {@code /stop} and {@code /start} end and start. */
public final class OutageServices extends TestServices {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private int port;
    private @Nullable HttpServer reviews;

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        open();
        String url = config.get("test.services");
        config.put("khabar.gateway.subgraphs", "shop=" + url + "/shop,reviews=http://localhost:" + port + "/reviews");
        return config;
    }

    @Override
    void handle(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/stop" -> {
                close();
                send(exchange, 200, "");
            }
            case "/start" -> {
                open();
                send(exchange, 200, "");
            }
            default -> super.handle(exchange);
        }
    }

    private synchronized void open() {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            opened.setExecutor(threads);
            opened.createContext("/", this::review);
            opened.start();
            port = opened.getAddress().getPort();
            reviews = opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void review(HttpExchange exchange) throws IOException {
        byte[] answer = answer("reviews", "up", exchange.getRequestBody().readAllBytes());
        send(exchange, 200, new String(answer, StandardCharsets.UTF_8));
    }

    private synchronized void close() {
        if (reviews != null) {
            reviews.stop(0);
            reviews = null;
        }
    }

    @Override
    public void stop() {
        close();
        super.stop();
        threads.close();
    }
}
