package org.khabar.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A subgraph that does as it is told, one instruction for each request; the last one holds on. */
final class FakeSubgraph implements AutoCloseable {
    static final String ANSWER = "{\"data\":{\"name\":\"سراج\"}}";

    /** Answers. */
    static final Consumer<HttpServerRequest> ANSWERS =
            request -> request.response().end(ANSWER);
    /** Says nothing. */
    static final Consumer<HttpServerRequest> HANGS = _ -> {};
    /** Breaks the connection before an answer. */
    static final Consumer<HttpServerRequest> BREAKS =
            request -> request.connection().close();
    /** Breaks the connection within the answer. */
    static final Consumer<HttpServerRequest> BREAKS_OFF = request -> request.response()
            .putHeader("Content-Length", "1000")
            .write("{\"data\":")
            .onComplete(_ -> request.connection().close());

    private final Queue<Consumer<HttpServerRequest>> instructions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final HttpServer server;

    FakeSubgraph(Vertx vertx) {
        this.server = vertx.createHttpServer().connectionHandler(this::opened).requestHandler(this::handle);
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
    }

    private void opened(HttpConnection connection) {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        connection.closeHandler(_ -> {
            open.decrementAndGet();
            closed.incrementAndGet();
        });
    }

    /** Answers with a status. */
    static Consumer<HttpServerRequest> status(int status) {
        return request -> request.response().setStatusCode(status).end("gone fishing");
    }

    /** What is to be done with the next requests. */
    @SafeVarargs
    final FakeSubgraph will(Consumer<HttpServerRequest>... next) {
        instructions.clear();
        for (Consumer<HttpServerRequest> instruction : next) {
            instructions.add(instruction);
        }
        return this;
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(_ -> {
            requests.incrementAndGet();
            next().accept(request);
        });
    }

    private Consumer<HttpServerRequest> next() {
        @Nullable
        Consumer<HttpServerRequest> next = instructions.size() > 1 ? instructions.poll() : instructions.peek();
        return next == null ? ANSWERS : next;
    }

    String url() {
        return "http://localhost:" + server.actualPort() + "/graphql";
    }

    /** How many requests came. */
    int requests() {
        return requests.get();
    }

    /** How many connections there were at once, at the most. */
    int mostConnections() {
        return mostOpen.get();
    }

    /** How many connections were closed, by whomever. */
    int closedConnections() {
        return closed.get();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
