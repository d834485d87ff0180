package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of requests whose connection, of HTTP/2, lasts. */
@Timeout(30)
class RequestEndTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    private final CompletableFuture<RoutingContext> begun = new CompletableFuture<>();
    private final CompletableFuture<String> heard = new CompletableFuture<>();

    @AfterEach
    void close() {
        join(vertx.close());
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** Sends a request to a server that does this with it. */
    private HttpClientRequest ask(Handler<RoutingContext> handler) {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            RequestEnd.watch(context);
            handler.handle(context);
            begun.complete(context);
        });
        HttpServer server = join(vertx.createHttpServer().requestHandler(router).listen(0, "localhost"));
        HttpClientRequest request = join(client.request(HttpMethod.GET, server.actualPort(), "localhost", "/"));
        join(request.end());
        begun.join();
        return request;
    }

    @Test
    void isHeardOfByWhoComesBetweenAResetAndTheEndOfItsStream() throws Exception {
        HttpClientRequest request =
                ask(context -> context.addEndHandler(_ -> RequestEnd.then(context, () -> heard.complete("over"))));
        request.reset();

        assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("over");
    }

    @Test
    void isHeardOfByWhoComesLaterOnAnotherThread() throws Exception {
        CompletableFuture<String> reset = new CompletableFuture<>();
        HttpClientRequest request = ask(context -> RequestEnd.then(context, () -> reset.complete("over")));
        request.reset();
        reset.get(10, TimeUnit.SECONDS);

        assertThat(RequestEnd.isOver(begun.join())).isTrue();
        RequestEnd.then(begun.join(), () -> heard.complete("over"));
        assertThat(heard).isCompletedWithValue("over");
    }

    @Test
    void aStepThatBreaksDoesNotKeepTheOthersFromHearingOfIt() throws Exception {
        HttpClientRequest request = ask(context -> {
            RequestEnd.then(context, () -> heard.complete("over"));
            RequestEnd.then(context, () -> {
                throw new IllegalStateException("A fault that a test wants");
            });
        });
        request.reset();

        assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("over");
    }

    @Test
    void comesWithTheAnswerToo() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        HttpClientRequest request = ask(context -> {
            RequestEnd.then(context, () -> heard.complete("over"));
            answer.thenAccept(text -> context.vertx().runOnContext(_ -> context.end(text)));
        });
        assertThat(RequestEnd.isOver(begun.join())).isFalse();
        assertThat(heard).isNotDone();
        answer.complete("answer");

        assertThat(join(request.response().compose(HttpClientResponse::body)).toString())
                .isEqualTo("answer");
        assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("over");
    }
}
