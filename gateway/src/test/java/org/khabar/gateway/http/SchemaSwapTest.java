package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.hamcrest.MatcherAssert;
import org.junit.jupiter.api.Test;

/** One life of a gateway: it waits for a service, serves, refuses a broken schema, takes a new one. */
@QuarkusTest
@TestProfile(SchemaSwapTest.Alone.class)
@QuarkusTestResource(
        value = TestServices.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "reviews", value = "down"))
class SchemaSwapTest {

    /** Anonymous access is on as well, and answers have room for a very long schema. */
    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("khabar.gateway.anonymous-access", "true", "khabar.gateway.http.max-answer-bytes", "2000000");
        }
    }

    @Test
    void waitsServesRefusesAndSwaps() {
        given().get("/q/health/live").then().statusCode(200);
        await().untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                        "checks.find { it.name == 'schema' }.data.waitingFor",
                        equalTo("SUBGRAPH_SCHEMA_UNAVAILABLE [reviews]: it does not hand out its schema")));
        Services.ask("{ products { name } }").then().statusCode(503);

        Services.mode("reviews", "up");
        Services.awaitReady();
        Services.ask("{ products { reviews { text } } }")
                .then()
                .body("data.products[0].reviews[0].text", equalTo("جيد"));

        awaitRefusal("broken", "FIELD_TYPE_MISMATCH [shop, reviews]: schemas do not compose");
        Services.ask("{ products { reviews { text } } }")
                .then()
                .body("data.products[0].reviews[0].text", equalTo("جيد"));

        awaitRefusal("nested", "INVALID_GRAPHQL [reviews]: schemas do not compose");
        awaitRefusal("chained", "SCHEMA_TOO_DEEP: a schema is too deep");
        Services.ask("{ products { reviews { text } } }")
                .then()
                .body("data.products[0].reviews[0].text", equalTo("جيد"));
        MatcherAssert.assertThat(
                Services.metrics("service"),
                containsString("khabar_gateway_schema_refused_total{code=\"SCHEMA_TOO_DEEP\"} 1.0"));

        Services.mode("reviews", "grown");
        await().untilAsserted(() -> Services.ask("editor", "{ __type(name: \"Review\") { fields { name } } }")
                .then()
                .body("data.__type.fields.name", org.hamcrest.Matchers.hasItem("stars")));

        given().contentType("application/json")
                .body(Map.of("query", "{ products { name } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.products[0].name", equalTo("إبريق"));
        given().contentType("application/json")
                .body(Map.of("query", "{ ledger { title owner } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.ledger.title", equalTo("دفتر"))
                .body("data.ledger.owner", nullValue())
                .body("errors[0].path", equalTo(List.of("ledger", "owner")))
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
    }

    /** The gateway stays ready, and says why it does not take the schema that reviews has now. */
    private static void awaitRefusal(String mode, String refused) {
        Services.mode("reviews", mode);
        await().untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'schema' }.data.refused", equalTo(refused)));
    }
}
