package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.quota.Quotas;

/** A flood of new operations. */
@QuarkusTest
@TestProfile(PreparingThreadsTest.Few.class)
@QuarkusTestResource(TestServices.class)
class PreparingThreadsTest {
    private static final String KNOWN = "{ products { name } }";

    private final CountDownLatch release = new CountDownLatch(1);

    @Inject
    PreparingThreads threads;

    @Inject
    Vertx vertx;

    @Inject
    Quotas quotas;

    /** One thread, and room for two that wait, one of each client. */
    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.http.preparing-threads", "1",
                    "khabar.gateway.http.max-preparing", "3",
                    "khabar.gateway.http.max-preparing-per-client", "2");
        }
    }

    @AfterEach
    void letGo() {
        release.countDown();
    }

    @Test
    void moreThanMayWaitAreAskedToComeBackAndKnownOperationsAreServed() {
        Services.awaitReady();
        Services.ask(KNOWN).then().statusCode(200);
        Future<String> running = threads.run("one", this::work);
        Future<String> waiting = threads.run("two", this::work);
        Future<String> last = threads.run("three", this::work);

        Services.ask("{ products { upc } }")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("errors[0].extensions.code", equalTo("OVERLOADED"))
                .body("$", not(hasKey("data")));
        Services.ask(KNOWN).then().statusCode(200).body("data.products[0].name", equalTo("إبريق"));

        release.countDown();
        assertThat(Future.all(running, waiting, last)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .succeeded())
                .isTrue();
        Services.ask("{ products { upc } }").then().statusCode(200).body("data.products[0].upc", equalTo("u1"));
    }

    @Test
    void oneClientDoesNotKeepOthersFromBeingServed() {
        Services.awaitReady();
        String greedy = "account:greedy";
        Future<String> running = threads.run(greedy, this::work);
        Future<String> waiting = threads.run(greedy, this::work);

        Services.with(Map.of("roles", "reader", "subject", "greedy"))
                .body(Map.of("query", "{ products { price upc } }"))
                .post("/graphql")
                .then()
                .statusCode(429)
                .header("Retry-After", "1")
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
        Future<String> other = threads.run("account:other", this::work);

        release.countDown();
        assertThat(Future.all(running, waiting, other)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .succeeded())
                .isTrue();
        assertThat(threads.run(greedy, this::work)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isEqualTo("done");
    }

    @Test
    void theSameNewOperationOfManyIsPreparedOnce() {
        SharedSteps<String, String> steps = new SharedSteps<>(vertx, threads);
        AtomicInteger runs = new AtomicInteger();
        Callable<String> step = () -> {
            runs.incrementAndGet();
            return work();
        };
        List<Future<String>> all = IntStream.range(0, 50)
                .mapToObj(_ -> steps.run("same", "client", step))
                .toList();
        release.countDown();

        assertThat(all)
                .allSatisfy(one -> assertThat(
                                one.toCompletionStage().toCompletableFuture().join())
                        .isEqualTo("done"));
        assertThat(runs).hasValue(1);
        assertThat(steps.run("same", "client", step)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isEqualTo("done");
        assertThat(runs).hasValue(2);
    }

    @Test
    void anOperationWhoseClientLeavesWhileItIsPreparedIsNotRun() throws IOException {
        Services.awaitReady();
        Logger logger = Logger.getLogger(Responses.class.getName());
        Records records = new Records();
        logger.setLevel(Level.FINE);
        logger.addHandler(records);
        try {
            Future<String> running = threads.run("one", this::work);
            String seen = Services.seen("shop");
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                String body = "{\"query\":\"mutation { rename(upc: \\\"u1\\\", name: \\\"x\\\") { upc } }\"}";
                String request = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + Services.token(Map.of("roles", "editor")) + "\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body;
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                await().until(() -> threads.underWay() == 2);
            }
            await().until(() -> quotas.underWay() == 0);
            release.countDown();

            await().until(() -> records.text().contains("after its client had left"));
            assertThat(running.toCompletionStage().toCompletableFuture().join()).isEqualTo("done");
            assertThat(Services.seen("shop")).isEqualTo(seen);
        } finally {
            logger.removeHandler(records);
            logger.setLevel(null);
        }
    }

    private String work() throws InterruptedException {
        release.await();
        return "done";
    }
}
