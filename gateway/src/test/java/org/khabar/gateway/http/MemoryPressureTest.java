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
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.memory.MemoryShare;

/** Requests hold as much of the memory as there is for all of them. */
@QuarkusTest
@TestProfile(MemoryPressureTest.Tight.class)
@QuarkusTestResource(TestServices.class)
class MemoryPressureTest {
    private static final String LARGE = "{\"query\":\"{ products { name } }\"}";
    private static final String SMALL = "{ ledger { title } }";

    private final java.net.http.HttpClient http = java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .build();

    @Inject
    MemoryBudget memory;

    @Inject
    Vertx vertx;

    /** Three answers of a megabyte have room. */
    public static class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.memory.budget", "3000000",
                    "khabar.gateway.memory.percent-per-client", "100",
                    "khabar.gateway.http.max-answer-bytes", "2000000",
                    "khabar.gateway.http.max-response-bytes", "4000000",
                    "khabar.gateway.http.write-timeout", "3s",
                    "khabar.gateway.http.min-reading-rate", "1000000",
                    "khabar.gateway.quotas.requests", "1000000");
        }
    }

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    @AfterEach
    void inTheEndNothingIsHeld() {
        Services.mode("shop", "up");
        await().until(() -> memory.inUse() == 0);
    }

    private CompletableFuture<String> ask(String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(LARGE))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> answer.body());
    }

    @Test
    void largeAnswersAreRefusedOnceThereIsNoMoreMemoryAndSmallOnesAreNot() {
        Services.mode("shop", "half");
        String token = Services.token(Map.of("roles", "reader"));
        long refusedBefore = memory.refused();

        List<CompletableFuture<String>> answers =
                IntStream.range(0, 8).mapToObj(_ -> ask(token)).toList();
        await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 5);
        assertThat(answers.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                .allMatch(answer -> answer.startsWith("{\"data\":null,") && answer.contains("\"code\":\"OVERLOADED\""));
        assertThat(memory.inUse()).isBetween(2_900_000L, 3_000_000L);
        assertThat(memory.refused()).isEqualTo(refusedBefore + 5);
        Services.ask(SMALL).then().statusCode(200).body("data.ledger.title", equalTo("دفتر"));
        assertThat(Services.metrics("service"))
                .containsPattern("khabar_gateway_memory_in_use_bytes 29[0-9]{5}\\.0")
                .contains("khabar_gateway_memory_budget_bytes 3000000.0", "khabar_gateway_memory_refused_total ");

        Services.mode("shop", "up");
        assertThat(answers.stream().map(CompletableFuture::join).filter(answer -> !answer.contains("OVERLOADED")))
                .hasSize(3)
                .allMatch(answer -> answer.endsWith("xxx\"}]}}"));
    }

    @Test
    void aBodyThatThereIsNoMemoryForIsToBeSentAgain() {
        Map<String, Object> large = Map.of("query", SMALL, "variables", Map.of("unused", "x".repeat(45_000)));
        MemoryShare other = memory.share("somebody else");
        assertThat(other.trySettle(memory.limit())).isTrue();

        Services.as("reader")
                .body(large)
                .post("/graphql")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("errors[0].extensions.code", equalTo("OVERLOADED"))
                .body("$", not(hasKey("data")));
        Services.ask(SMALL).then().statusCode(200).body("data.ledger.title", equalTo("دفتر"));

        other.close();
        Services.as("reader").body(large).post("/graphql").then().statusCode(200);
    }

    /** The connection is well, and answers others: only the stream of the answer is not read. */
    @Test
    void anAnswerThatIsLeftUnreadOverHttp2IsNotHeldForGood() {
        Services.mode("shop", "large");
        HttpClientOptions options =
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);
        HttpClient client = vertx.createHttpClient(options);
        String token = Services.token(Map.of("roles", "reader"));
        CompletableFuture<Throwable> brokenOff = new CompletableFuture<>();
        HttpClientRequest request = client.request(HttpMethod.POST, RestAssured.port, "localhost", "/graphql")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        request.response().onSuccess(response -> {
            response.pause();
            response.exceptionHandler(brokenOff::complete);
        });
        request.putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json")
                .end(LARGE);
        await().until(() -> memory.inUse() > 900_000);

        await().atMost(Duration.ofSeconds(20)).until(() -> memory.inUse() == 0);
        await().until(brokenOff::isDone);
        assertThat(brokenOff.join()).isInstanceOf(StreamResetException.class);
        client.close();
    }

    /** Answered, refused, deferred, too large, and with clients that leave at any moment. */
    @Test
    void nothingStaysHeldWhateverBecomesOfRequests() throws InterruptedException {
        Services.mode("shop", "large");
        String token = Services.token(Map.of("roles", "reader"));
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        Random seeds = new Random(7);
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 240; i++) {
                Random random = new Random(seeds.nextLong());
                threads.execute(() -> {
                    try {
                        request(token, random);
                    } catch (SocketException _) {
                        // A body that is too large need not be read to its end.
                    } catch (IOException | AssertionError e) {
                        failures.add(e);
                    }
                });
            }
        }

        assertThat(failures).isEmpty();
        await().atMost(Duration.ofSeconds(20)).until(() -> memory.inUse() == 0);
        Services.ask(SMALL).then().statusCode(200).body("data.ledger.title", equalTo("دفتر"));
    }

    private static void request(String token, Random random) throws IOException {
        String body = switch (random.nextInt(5)) {
            case 0 -> "{\"query\":\"{ ledger { title } }\"}";
            case 1 -> LARGE;
            case 2 -> "{\"query\":\"{ products { name ... @defer { reviews { text } } } }\"}";
            case 3 -> "{\"query\":\"{ products { name } more: products { upc } }\"}";
            default -> "{\"query\":\"{ ledger { title } }\",\"extensions\":\"" + "x".repeat(60_000) + "\"}";
        };
        boolean leaves = random.nextInt(3) == 0;
        int sent = leaves && random.nextBoolean() ? random.nextInt(body.length()) : body.length();
        String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nAccept: multipart/mixed, application/json\r\n"
                + "Authorization: Bearer " + token + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write((head + body.substring(0, sent)).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (leaves && sent == body.length()) {
                socket.getInputStream().readNBytes(random.nextInt(3) * 10_000);
            } else if (!leaves) {
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 ");
            }
        }
    }
}
