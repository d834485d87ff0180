package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients are answered with far more at once than the heap of the packaged gateway holds. */
class MemoryFloodIT {
    private static final int REQUESTS = 200;
    private static final int CLIENTS = 10;
    private static final int ROUNDS = 5;
    private static final int LARGE = 16_000_000;
    private static final Path LOG = Path.of("target/memory-flood.log");

    private final TestServices services = new TestServices();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private String url = "";
    private GatewayProcess gateway;

    @BeforeEach
    void start() throws IOException {
        Map<String, String> config = new HashMap<>(services.start());
        url = Objects.requireNonNull(config.get("test.services"));
        config.put("khabar.gateway.first-retry", "100ms");
        config.put("khabar.gateway.poll-interval", "1h");
        config.put("khabar.gateway.quotas.requests", "1000000");
        config.put("khabar.gateway.quotas.concurrent-per-client", "1000");
        config.put("khabar.gateway.circuit.enabled", "false");
        // However slow the machine is, memory is what is refused for.
        config.put("khabar.gateway.http.request-timeout", "5m");
        config.put("khabar.gateway.http.subgraph-timeout", "5m");
        // So that what is free leaves a third of such a heap.
        config.put("khabar.gateway.quotas.concurrent", "500");
        config.put("khabar.gateway.live.max-connections", "500");
        config.put("khabar.gateway.live.max-subscriptions", "500");
        // Of some 80 MB one client has 32, in which one answer has room while it comes in.
        config.put("khabar.gateway.memory.percent-per-client", "40");
        gateway = GatewayProcess.start(config, LOG, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
        gateway.awaitReady();
    }

    @AfterEach
    void stop() {
        gateway.close();
        services.stop();
    }

    @Test
    void someAreRefusedAllAreAnsweredAndSmallQueriesGoOn() throws IOException, InterruptedException {
        get("/mode?of=shop&is=flood");
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            tokens.add(token("client" + i));
        }
        try (SteadyLoad small = new SteadyLoad()) {
            startSmall(small, tokens.getFirst());
            List<CompletableFuture<String>> large = IntStream.range(0, REQUESTS)
                    .mapToObj(i -> askLarge(tokens.get(i % CLIENTS)))
                    .toList();
            List<String> kinds = large.stream().map(CompletableFuture::join).toList();
            small.finish();

            assertThat(kinds).containsOnly("whole", "refused").contains("whole", "refused");
            assertThat(small.failures()).isEmpty();
            assertThat(small.done()).isPositive();
        }
        assertRunning();
    }

    @Test
    void oneClientsFloodKeepsNothingFromAnother() throws IOException, InterruptedException {
        get("/mode?of=shop&is=flood");
        String flooding = token("flooding");
        String other = token("other");
        try (SteadyLoad small = new SteadyLoad()) {
            startSmall(small, other);
            List<CompletableFuture<String>> flood = IntStream.range(0, REQUESTS)
                    .mapToObj(_ -> askLarge(flooding))
                    .toList();
            List<String> answered = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                answered.add(askLarge(other).join());
            }
            List<String> kinds = flood.stream().map(CompletableFuture::join).toList();
            small.finish();

            assertThat(answered).containsOnly("whole");
            assertThat(kinds).containsOnly("whole", "refused").contains("refused");
            assertThat(small.failures()).isEmpty();
        }
        assertRunning();
    }

    private void startSmall(SteadyLoad load, String token) {
        load.start(2, () -> () -> {
            HttpResponse<String> answer = ask(token, "{ ledger { title } }").join();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"data\":{\"ledger\":{\"title\":\"دفتر\"}}}");
            return true;
        });
    }

    private void assertRunning() throws IOException {
        assertThat(gateway.isRunning()).isTrue();
        assertThat(Files.readString(LOG)).doesNotContain("OutOfMemory");
    }

    private String token(String subject) throws IOException, InterruptedException {
        return get("/mint?roles=reader&subject=" + subject);
    }

    private CompletableFuture<String> askLarge(String token) {
        return ask(token, "{ products { name } }").thenApply(MemoryFloodIT::kind);
    }

    private static String kind(HttpResponse<String> answer) {
        if (answer.body().length() > LARGE && answer.body().endsWith("xxx\"}]}}")) {
            return "whole";
        }
        return answer.body().startsWith("{\"data\":null,") && answer.body().contains("\"code\":\"OVERLOADED\"")
                ? "refused"
                : answer.statusCode() + " " + answer.body();
    }

    private CompletableFuture<HttpResponse<String>> ask(String token, String query) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString())
                .body();
    }
}
