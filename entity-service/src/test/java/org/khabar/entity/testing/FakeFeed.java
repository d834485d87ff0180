package org.khabar.entity.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An article feed, and the identity provider that gives tokens for it. Tests steer it over HTTP, as it lives in another
 * class loader: POST /control/events appends an event, PUT /control/mode makes it answer well, badly or not at all.
 */
final class FakeFeed implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "a-token-of-the-service";

    private final HttpServer server;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<JsonNode> events = new ArrayList<>();
    private String mode = "ok";

    FakeFeed() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/token", exchange -> answer(exchange, 200, token()));
        server.createContext("/feed/articles", this::feed);
        server.createContext("/control/events", this::append);
        server.createContext("/control/mode", this::become);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String token() {
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}".formatted(TOKEN);
    }

    private void feed(HttpExchange exchange) throws IOException {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
            return;
        }
        Map<String, String> query = query(exchange);
        long last = Long.parseLong(query.getOrDefault("lastEventId", "0"));
        long timeout = Long.parseLong(query.getOrDefault("timeout", "0"));
        switch (awaitMode(last, timeout)) {
            case "ok" -> answer(exchange, 200, batch(last));
            case "garbage" -> answer(exchange, 200, "<html>not a feed</html>");
            default -> answer(exchange, 500, "{}");
        }
    }

    private String awaitMode(long last, long timeout) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(timeout);
            while (left > 0 && mode.equals("ok") && events.size() <= last) {
                left = changed.awaitNanos(left);
            }
            return mode;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "stopped";
        } finally {
            lock.unlock();
        }
    }

    private String batch(long last) {
        lock.lock();
        try {
            ArrayNode batch = JSON.createArrayNode();
            events.stream().skip(last).forEach(batch::add);
            return batch.toString();
        } finally {
            lock.unlock();
        }
    }

    private void append(HttpExchange exchange) throws IOException {
        long id = append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, 200, Long.toString(id));
    }

    /** Appends an event, which may have an id already, and returns the id that it got. */
    long append(String json) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(json);
        lock.lock();
        try {
            events.add(event);
            event.put("id", Integer.toString(events.size()));
            changed.signalAll();
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    /** Its events so far, in their order. */
    List<String> list() {
        lock.lock();
        try {
            return events.stream().map(JsonNode::toString).toList();
        } finally {
            lock.unlock();
        }
    }

    private void become(HttpExchange exchange) throws IOException {
        String wanted = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        lock.lock();
        try {
            mode = wanted;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        answer(exchange, 200, wanted);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return Stream.of(query == null ? new String[0] : query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
