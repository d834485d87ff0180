package org.khabar.article.entities;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mention feed that tests fill, and make answer well, badly or not at all. */
final class StubFeed implements AutoCloseable {

    static final String TOKEN = "a-token-of-the-service";

    private static final Pattern QUERY = Pattern.compile("lastEventId=(\\d+)&timeout=(\\d+)");

    private final HttpServer server;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> events = new ArrayList<>();
    private String mode = "ok";
    private int requests;

    StubFeed() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/feed/mentions", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/feed/mentions");
    }

    /** Appends an event, whose id is put where it says {@code ID}; the id. */
    long append(String event) {
        lock.lock();
        try {
            events.add(event.replace("ID", Integer.toString(events.size() + 1)));
            changed.signalAll();
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    /** Makes it answer "ok", "garbage", "error", "refuse" (the token) or "replay" (from the start, whatever is asked). */
    void become(String wanted) {
        lock.lock();
        try {
            mode = wanted;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int requests() {
        lock.lock();
        try {
            return requests;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Matcher query = QUERY.matcher(exchange.getRequestURI().getQuery());
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!query.matches() || !known) {
            write(exchange, known ? 400 : 401, "{}");
            return;
        }
        long last = Long.parseLong(query.group(1));
        switch (awaitMode(last, Long.parseLong(query.group(2)))) {
            case "ok" -> write(exchange, 200, batch(last));
            case "replay" -> write(exchange, 200, batch(0));
            case "garbage" -> write(exchange, 200, "<html>not a feed</html>");
            case "refuse" -> write(exchange, 401, "{}");
            default -> write(exchange, 500, "{}");
        }
    }

    private String awaitMode(long last, long timeout) {
        lock.lock();
        try {
            requests++;
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
            return "[" + String.join(",", events.subList((int) Math.min(last, events.size()), events.size())) + "]";
        } finally {
            lock.unlock();
        }
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/cloudevents-batch+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
