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
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.memory.MemoryShare;

/** What one client may hold of the memory, and that others do not notice. */
@QuarkusTest
@TestProfile(ClientMemoryTest.Divided.class)
@QuarkusTestResource(TestServices.class)
class ClientMemoryTest {
    private static final String LARGE = "{\"query\":\"{ products { name } }\"}";
    private static final String SMALL = "{ ledger { title } }";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    MemoryBudget memory;

    /** Of each client two answers of a megabyte have room. */
    public static class Divided implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.memory.budget", "8000000",
                    "khabar.gateway.http.max-answer-bytes", "2000000",
                    "khabar.gateway.http.max-response-bytes", "4000000",
                    "khabar.gateway.http.subgraph-timeout", "60s",
                    "khabar.gateway.http.request-timeout", "60s");
        }
    }

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    @AfterEach
    void nobodyIsKnownWhoHoldsNothing() {
        Services.mode("shop", "up");
        await().until(() -> memory.inUse() == 0 && memory.clients() == 0);
    }

    private static String token(String subject) {
        return Services.token(Map.of("roles", "reader", "subject", subject));
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
    void answersOfOneClientAreRefusedAndThoseOfOthersAreNot() {
        Services.mode("shop", "half");
        String greedy = token("greedy");
        long refusedBefore = memory.refusedToClients();

        List<CompletableFuture<String>> answers =
                IntStream.range(0, 6).mapToObj(_ -> ask(greedy)).toList();
        await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 4);
        assertThat(answers.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                .allMatch(answer -> answer.startsWith("{\"data\":null,") && answer.contains("\"code\":\"OVERLOADED\""));
        assertThat(memory.inUse()).isLessThanOrEqualTo(memory.limitPerClient());
        assertThat(memory.refusedToClients()).isEqualTo(refusedBefore + 4);
        assertThat(memory.clients()).isEqualTo(1);

        CompletableFuture<String> other = ask(token("other"));
        await().until(() -> memory.clients() == 2 && memory.inUse() > memory.limitPerClient());
        assertThat(Services.metrics("service"))
                .contains(
                        "khabar_gateway_memory_clients 2.0",
                        "khabar_gateway_memory_client_limit_bytes 2000000.0",
                        "khabar_gateway_memory_client_refused_total ");
        Services.mode("shop", "up");
        assertThat(other.join()).endsWith("xxx\"}]}}");
        assertThat(answers.stream().map(CompletableFuture::join).filter(answer -> !answer.contains("OVERLOADED")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"application/json", "text/event-stream"})
    void bodiesAreToBeSentAgainByTheClientThatHoldsTooMuch(String accept) {
        Map<String, Object> large = Map.of("query", SMALL, "variables", Map.of("unused", "x".repeat(45_000)));
        MemoryShare held = memory.share("account:greedy");
        assertThat(held.tryTake(memory.limitPerClient())).isTrue();

        Services.with(Map.of("roles", "reader", "subject", "greedy"))
                .accept(accept)
                .body(large)
                .post("/graphql")
                .then()
                .statusCode(429)
                .header("Retry-After", "1")
                .body("errors[0].extensions.code", equalTo("OVERLOADED"))
                .body("$", not(hasKey("data")));
        Services.with(Map.of("roles", "reader", "subject", "greedy"))
                .body(Map.of("query", SMALL))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.ledger.title", equalTo("دفتر"));
        Services.with(Map.of("roles", "reader", "subject", "other"))
                .accept(accept)
                .body(large)
                .post("/graphql")
                .then()
                .statusCode(200);

        held.close();
    }
}
