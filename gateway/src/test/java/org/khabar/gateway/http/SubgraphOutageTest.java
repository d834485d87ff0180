package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A subgraph dies under load and comes back. */
@QuarkusTest
@TestProfile(SubgraphOutageTest.QuickCircuit.class)
@QuarkusTestResource(value = OutageServices.class, restrictToAnnotatedClass = true)
class SubgraphOutageTest {
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
        try (OutageLoad load = OutageLoad.start(RestAssured.port, Services.token(Map.of("roles", "reader")))) {
            load.await(() -> load.whole() > 30);

            given().get(Services.url() + "/stop");
            load.await(() -> load.withGaps() > 30);
            load.await(() -> circuit() > 0);

            given().get(Services.url() + "/start");
            load.await(() -> circuit() == 0);
            int whole = load.whole();
            int withGaps = load.withGaps();
            load.await(() -> load.whole() > whole + 30);
            load.finish();

            // Nothing but what was under way when the circuit closed.
            assertThat(load.withGaps()).isLessThanOrEqualTo(withGaps + OutageLoad.CLIENTS);
        }
        assertThat(Services.metrics("service")).contains("khabar_gateway_fetches_spared_total{subgraph=\"reviews\"}");
    }

    private static double circuit() {
        return OutageLoad.circuit(Services.metrics("service"));
    }
}
