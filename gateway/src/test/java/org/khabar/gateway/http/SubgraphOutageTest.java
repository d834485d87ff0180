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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A subgraph dies under load and comes back. */
@QuarkusTest
@TestProfile(SubgraphOutageTest.QuickCircuit.class)
@QuarkusTestResource(value = OutageServices.class, restrictToAnnotatedClass = true)
class SubgraphOutageTest {
    private static final String BOTH = "{\"query\":\"{ products { name reviews { text } } }\"}";
    private static final String SHOP = "{\"query\":\"{ products { name } }\"}";

    private final HttpClient http = HttpClient.newHttpClient();
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
            load.start(6, () -> () -> askForBoth(token));
            load.start(2, () -> () -> askTheShop(token));
            await().until(() -> whole.get() > 100);

            given().get(Services.url() + "/stop");
            await().until(() -> withGaps.get() > 100);
            await().until(() -> circuit() > 0);

            given().get(Services.url() + "/start");
            await().until(() -> circuit() == 0);
            int before = whole.get();
            int gaps = withGaps.get();
            await().until(() -> whole.get() > before + 100);
            load.finish();

            assertThat(load.failures()).isEmpty();
            // Nothing but what was under way when the circuit closed.
            assertThat(withGaps.get()).isLessThanOrEqualTo(gaps + 6);
        }
        assertThat(Services.metrics("service")).contains("khabar_gateway_fetches_spared_total{subgraph=\"reviews\"}");
    }

    private boolean askForBoth(String token) throws Exception {
        JsonPath answer = ask(token, BOTH);
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

    private boolean askTheShop(String token) throws Exception {
        JsonPath answer = ask(token, SHOP);
        assertThat(answer.<Object>get("errors")).isNull();
        assertThat(answer.getList("data.products.name")).containsExactly("إبريق", "سراج");
        return true;
    }

    private JsonPath ask(String token, String body) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonPath.from(response.body());
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
