package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one request may make the gateway and its services do. */
@QuarkusTest
@QuarkusTestResource(TestServices.class)
class RequestBoundsTest {
    private static final String NESTED = "query ($n: Int) { aisles(first: $n) { nodes { aisles(first: $n) { nodes { "
            + "aisles(first: $n) { nodes { name } } } } } } }";

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    @Test
    void pagesInPagesAreRefusedByWhatTheVariablesMakeOfThem() {
        Services.as("reader")
                .body(Map.of("query", NESTED, "variables", Map.of("n", 100)))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].message", containsString("cost"))
                .body("$", not(hasKey("data")));
        Services.as("reader")
                .body(Map.of("query", NESTED, "variables", Map.of("n", 5)))
                .post("/graphql")
                .then()
                .body("errors", nullValue())
                .body("data.aisles.nodes[0].aisles", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ aisles(first: 1001) { nodes { name } } } | {} | Argument 'first' of Query.aisles",
                "query ($n: Int) { aisles(first: $n) { nodes { name } } } | {\"n\": 1001} | Argument 'first' of"
                        + " Query.aisles",
                "{ products { name @skip(if: false) @include(if: true) @c @d @e @f @g @h @i @j @k } } | {}"
                        + " | Field 'name' has more than 10 directives",
                "{ products { name } } | {\"ids\": LIST} | Variable 'ids' has a list of 1001 items",
                "{ products { name } } | {\"deep\": DEEP} | JSON nested deeper than 64",
            })
    void aBoundThatIsCrossedIsNamed(String query, String variables, String message) {
        String given = variables
                .replace("LIST", "[" + "1,".repeat(1_000) + "1]")
                .replace("DEEP", "[".repeat(63) + "]".repeat(63));
        Services.as("reader")
                .accept("application/graphql-response+json")
                .body("{\"query\":\"" + query + "\",\"variables\":" + given + "}")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].message", containsString(message))
                .body("$", not(hasKey("data")));
    }

    @Test
    void aPlaceWithTooManyDirectivesIsShown() {
        Services.ask("{ products {\n  name " + "@include(if: true) ".repeat(11) + "} }")
                .then()
                .body("errors[0].locations[0].line", equalTo(2))
                .body("errors[0].locations[0].column", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E+99999999999", "1e401", "[1, {\"a\": 1e500}]"})
    void numbersOfVariablesAreBounded(String number) {
        Services.as("reader")
                .body("{\"query\":\"query ($n: Int) { aisles(first: $n) { nodes { name } } }\",\"variables\":{\"n\":"
                        + number + "}}")
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", not(equalTo("INTERNAL")))
                .body("$", not(hasKey("data")));
    }

    @Test
    void anExponentIsBounded() {
        Services.ask("{ aisles(first: 1e999999999) { nodes { name } } }")
                .then()
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
    }

    @Test
    void theAnswersOfAllServicesTogetherAreBounded() {
        Services.mode("shop", "padded");
        Services.mode("reviews", "padded");

        Services.ask("{ products { name } }").then().body("errors", nullValue());
        Services.ask("{ products { name reviews { text } } }")
                .then()
                .statusCode(200)
                .body("data.products[0].name", equalTo("إبريق"))
                .body("data.products[0].reviews", nullValue())
                .body("errors[0].path", equalTo(List.of("products", 0, "reviews")))
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
    }

    @Test
    void introspectionThatMultipliesTheSchemaIsRefused() {
        Services.ask("editor", "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }")
                .then()
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
        Services.ask("editor", "{ __type(name: \"Ledger\") { name } products { name } }")
                .then()
                .body("data.__type.name", equalTo("Ledger"))
                .body("data.products[0].name", equalTo("إبريق"));
    }

    @Test
    void thePlanAloneIsAnsweredWithoutRunningIt() {
        Services.as("editor")
                .header("Khabar-Query-Plan", "only")
                .body(Map.of("query", "mutation { rename(upc: \"u1\", name: \"x\") { upc } }"))
                .post("/graphql")
                .then()
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"))
                .body("$", not(hasKey("data")));
        Services.mode("shop", "down");

        String plan = Services.as("admin")
                .header("Khabar-Query-Plan", "only")
                .body(Map.of("query", "query ($upc: ID!) { product(upc: $upc) { name reviews { text } } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("data")))
                .body("$", not(hasKey("errors")))
                .extract()
                .path("extensions.queryPlan");
        assertThat(plan).contains("Fetch(service: \"shop\")", "Flatten(path: \"product\")");
    }
}
