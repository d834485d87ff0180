package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators can read, who may read it, and a subgraph whose schema is in a file. */
@QuarkusTest
@TestProfile(MetricsTest.SchemaInFile.class)
@QuarkusTestResource(
        value = TestServices.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "reviews", value = "down"))
class MetricsTest {

    /** The schema of reviews is in a file, so that it need not be up at start. */
    public static class SchemaInFile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.subgraph-schemas.reviews", "src/test/resources/http/reviews.graphqls",
                    "khabar.gateway.metrics.max-operation-names", "2",
                    "khabar.gateway.http.slow-query", "0s");
        }
    }

    @BeforeEach
    void awaitReady() {
        Services.awaitReady();
    }

    @Test
    void areNotForStrangersNorForReaders() {
        given().get("/q/metrics").then().statusCode(401);
        Services.as("reader").get("/q/metrics").then().statusCode(403);
        Services.as("service").get("/q/metrics").then().statusCode(200);
    }

    @Test
    void countRequestsPlansAndFetchesByHowTheyEnded() {
        String query = "{ products { name reviews { text } } }";
        Services.ask(query).then().body("errors[0].extensions.code", equalTo("SUBGRAPH_UNAVAILABLE"));
        Services.ask(query);
        Services.ask("{ nonsense }");
        given().contentType("application/json")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(401);

        assertThat(Services.metrics("service"))
                .contains("khabar_gateway_requests_total{outcome=\"PARTIAL\"} 2.0")
                .contains("khabar_gateway_requests_total{outcome=\"GRAPHQL_VALIDATION_FAILED\"} 1.0")
                .contains("khabar_gateway_requests_total{outcome=\"UNAUTHENTICATED\"} 1.0")
                .contains("khabar_gateway_plan_cache_lookups_total{result=\"hit\"} 1.0")
                .contains("khabar_gateway_plan_cache_lookups_total{result=\"miss\"} 1.0")
                .contains("khabar_gateway_plan_cache_size 1.0")
                .contains("khabar_gateway_planning_seconds_count 1")
                .contains("khabar_gateway_fetches_seconds_count{outcome=\"OK\",subgraph=\"shop\"} 2")
                .contains(
                        "khabar_gateway_fetches_seconds_count{outcome=\"SUBGRAPH_UNAVAILABLE\",subgraph=\"reviews\"} 2")
                .contains("khabar_gateway_schema_serving 1.0");
    }
}
