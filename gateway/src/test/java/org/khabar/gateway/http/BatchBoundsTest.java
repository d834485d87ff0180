package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.quota.Quotas;

/** A batch is as much as its requests would be one by one. */
@QuarkusTest
@TestProfile(BatchBoundsTest.Small.class)
@QuarkusTestResource(TestServices.class)
class BatchBoundsTest {
    private static final String NAMES = "{ products { name } }";

    private final Quotas quotas;

    BatchBoundsTest(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Batches that are larger than what one client may have under way, and dearer than an operation may be. */
    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.http.max-batch-size", "3",
                    "khabar.gateway.quotas.concurrent-per-client", "2",
                    "khabar.gateway.limits.max-cost", "15");
        }
    }

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    private static ValidatableResponse batch(int size, String query) {
        return Services.as("reader")
                .body(Collections.nCopies(size, Map.of("query", query)))
                .post("/graphql")
                .then();
    }

    @Test
    void requestsOfABatchCountAsUnderWayEach() {
        batch(2, "{ __typename }").statusCode(200).body("[1].data.__typename", equalTo("Query"));
        batch(3, "{ __typename }").statusCode(429).body("errors[0].message", containsString("2 requests under way"));
        await().until(() -> quotas.underWay() == 0);
    }

    @Test
    void requestsOfABatchMayCostAsMuchAsOne() {
        List<String> alone = batch(1, NAMES).statusCode(200).extract().path("[0].data.products.name");
        assertThat(alone).isNotEmpty();
        batch(2, NAMES)
                .statusCode(200)
                .body("[0].data.products.name", equalTo(alone))
                .body("[1]", not(hasKey("data")))
                .body("[1].errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
    }
}
