package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A subgraph dies under load and comes back. */
@QuarkusTest
@TestProfile(SubgraphOutageTest.QuickCircuit.class)
@QuarkusTestResource(value = OutageServices.class, restrictToAnnotatedClass = true)
class SubgraphOutageTest {
    private static final String BOTH = "{\"query\":\"{ products { name reviews { text } } }\"}";
    private static final String SHOP = "{\"query\":\"{ products { name } }\"}";

    private final AtomicInteger whole = new AtomicInteger();
    private final AtomicInteger withGaps = new AtomicInteger();

    /** A circuit that is quick to open and to close. */
    public static class QuickCircuit implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.circuit.enabled", "true",
                    "khabar.gateway.circuit.min-fetches", "10",
                    "khabar.gateway.circuit.window", "2s",
                    "khabar.gateway.circuit.open-for", "200ms",
                    "khabar.gateway.quotas.requests", "1000000");
        }
    }

    @Test
    void itsFieldsAreNullAndAllElseAnswersUntilItIsBack() throws InterruptedException {
        Services.awaitReady();
        String token = Services.token(Map.of("roles", "reader"));
        try (SteadyLoad load = new SteadyLoad()) {
            load.start(6, () -> client(connection -> askForBoth(connection, token)));
            load.start(2, () -> client(connection -> askTheShop(connection, token)));
            awaitUnlessFailed(load, () -> whole.get() > 30);

            given().get(Services.url() + "/stop");
            awaitUnlessFailed(load, () -> withGaps.get() > 30);
            awaitUnlessFailed(load, () -> circuit() > 0);

            given().get(Services.url() + "/start");
            awaitUnlessFailed(load, () -> circuit() == 0);
            int before = whole.get();
            int gaps = withGaps.get();
            awaitUnlessFailed(load, () -> whole.get() > before + 30);
            load.finish();

            assertThat(load.failures()).isEmpty();
            // Nothing but what was under way when the circuit closed.
            assertThat(withGaps.get()).isLessThanOrEqualTo(gaps + 6);
        }
        assertThat(Services.metrics("service")).contains("khabar_gateway_fetches_spared_total{subgraph=\"reviews\"}");
    }

    /** A client that failed has stopped, and there may be nothing more to wait for. */
    private static void awaitUnlessFailed(SteadyLoad load, BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> condition.getAsBoolean() || !load.failures().isEmpty());
        assertThat(load.failures()).isEmpty();
    }

    private boolean askForBoth(KeptConnection connection, String token) throws IOException {
        JsonPath answer = ask(connection, token, BOTH);
        assertThat(answer.getList("data.products.name")).containsExactly("إبريق", "سراج");
        if (answer.get("errors") == null) {
            assertThat(answer.getString("data.products[0].reviews[0].text")).isEqualTo("جيد");
            whole.incrementAndGet();
        } else {
            assertThat(answer.getList("data.products.reviews")).containsOnlyNulls();
            assertThat(answer.getList("errors.extensions.code")).containsOnly("SUBGRAPH_UNAVAILABLE");
            assertThat(answer.getList("errors.path"))
                    .isEqualTo(List.of(List.of("products", 0, "reviews"), List.of("products", 1, "reviews")));
            withGaps.incrementAndGet();
        }
        return true;
    }

    private static boolean askTheShop(KeptConnection connection, String token) throws IOException {
        JsonPath answer = ask(connection, token, SHOP);
        assertThat(answer.<Object>get("errors")).isNull();
        assertThat(answer.getList("data.products.name")).containsExactly("إبريق", "سراج");
        return true;
    }

    private static JsonPath ask(KeptConnection connection, String token, String body) throws IOException {
        KeptConnection.Answer answer = connection.post(token, body);
        assertThat(answer.status()).isEqualTo(200);
        return JsonPath.from(answer.body());
    }

    private static Callable<Boolean> client(Step step) throws IOException {
        KeptConnection connection = new KeptConnection(RestAssured.port);
        return () -> step.isDone(connection);
    }

    /** What a client does on its connection. */
    private interface Step {
        boolean isDone(KeptConnection connection) throws IOException;
    }

    private static double circuit() {
        return Services.metrics("service")
                .lines()
                .filter(line -> line.startsWith("khabar_gateway_circuit_state{subgraph=\"reviews\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }
}
