package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestServices.class)
class GraphqlOverHttpTest {
    private static final String RESPONSE_TYPE = "application/graphql-response+json";

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    @Test
    void oneAnswerOutOfTwoServices() {
        Services.ask("{ products { name reviews { text product { name } } } }")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("errors", nullValue())
                .body("data.products[0].name", equalTo("إبريق"))
                .body("data.products[0].reviews[0].product.name", equalTo("إبريق"));
    }

    @Test
    void tokenAndTraceAreForwarded() {
        Services.as("reader")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .header("X-Request-Id", "req-7")
                .body(Map.of("query", "{ products { name } }"))
                .post("/graphql")
                .then()
                .header("X-Request-Id", "req-7");

        assertThat(Services.seen("shop")).contains("Bearer ey", "00-4bf92f3577b34da6", "req-7");
    }

    @Test
    void oneSchemaIsIntrospected() {
        Services.ask("editor", "{ __type(name: \"Product\") { fields { name } } }")
                .then()
                .body("data.__type.fields.name", equalTo(java.util.List.of("upc", "name", "secret", "reviews")));
    }

    @ParameterizedTest
    @CsvSource({
        "down, SUBGRAPH_UNAVAILABLE",
        "garbage, SUBGRAPH_UNAVAILABLE",
        "huge, SUBGRAPH_UNAVAILABLE",
        "deep, SUBGRAPH_UNAVAILABLE",
        "silent, TIMEOUT"
    })
    void serviceThatFailsLeavesTheRest(String mode, String code) {
        Services.mode("reviews", mode);

        Services.ask("{ products { name reviews { text } } }")
                .then()
                .statusCode(200)
                .body("data.products[0].name", equalTo("إبريق"))
                .body("data.products[0].reviews", nullValue())
                .body("errors[0].path", equalTo(java.util.List.of("products", 0, "reviews")))
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions.service", equalTo("reviews"));
    }

    @Test
    void errorOfAServiceKeepsItsCode() {
        Services.ask("{ products { name secret } }")
                .then()
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"))
                .body("errors[0].path", equalTo(java.util.List.of("products", 0, "secret")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ products { | GRAPHQL_PARSE_FAILED",
                "{ nothing } | GRAPHQL_VALIDATION_FAILED",
                "{ product(upc: 3.5) { name } } | GRAPHQL_VALIDATION_FAILED",
                "query ($u: ID!) { product(upc: $u) { name } } | BAD_USER_INPUT",
                "query A { products { upc } } query B { products { upc } } | BAD_USER_INPUT",
                "{ ...A } fragment A on Query { ...A } | LIMIT_EXCEEDED",
                "{ p: product(upc: 11111111111111111111111111111111111111111111111111) { name } } | LIMIT_EXCEEDED"
            })
    void whatCannotRunIsRefusedWithACode(String query, String code) {
        Services.as("reader")
                .accept(RESPONSE_TYPE)
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(400)
                .contentType(RESPONSE_TYPE)
                .body("errors[0].extensions.code", equalTo(code))
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("data")));
    }

    @Test
    void olderClientsGetStatus200ForGraphqlErrors() {
        Services.as("reader")
                .accept("application/json")
                .body(Map.of("query", "{ nothing }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("errors[0].locations[0].line", equalTo(1))
                .body("errors[0].locations[0].column", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "[{\"query\":\"{ products { upc } }\"}]",
                "\"text\"",
                "{\"query\":7}",
                "{\"query\":\"{ products { upc } }\",\"variables\":[]}",
                "{\"query\":\"{ products { upc } }\",\"variables\":\"x\"}",
                "{\"query\":\"{ products { upc } }\",\"operationName\":{}}",
                "{\"query\":\"{ products { upc } }\",\"extensions\":1}",
                "{\"query\":\"{ products { upc } }\"} trailing"
            })
    void malformedBodyIsAClearError(String body) {
        Services.as("reader")
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
    }

    @Test
    void wrongMediaTypesAreRefused() {
        Services.as("reader")
                .contentType("text/plain")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(415);
        Services.as("reader")
                .accept("image/png")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(406);
        Services.as("reader")
                .header("Accept", ";")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(406);
        Services.as("reader").delete("/graphql").then().statusCode(405).header("Allow", "GET, POST");
    }

    @Test
    void bodyBeyondTheBoundIsRefused() {
        String query = "{ products { upc } } #" + "x".repeat(100_000);

        Services.as("reader")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(413)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
    }

    @Test
    void getIsForQueriesOnly() {
        Services.as("reader")
                .queryParam("query", "query ($u: ID!) { product(upc: $u) { name } }")
                .queryParam("variables", "{\"u\":\"u2\"}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.product.name", equalTo("سراج"));

        Services.as("editor")
                .queryParam("query", "mutation { rename(upc: \"u1\", name: \"x\") { upc } }")
                .get("/graphql")
                .then()
                .statusCode(405)
                .header("Allow", "POST");
    }

    @Test
    void planIsShownToAdminsOnly() {
        String plan = Services.as("admin")
                .header("Khabar-Query-Plan", "show")
                .body(Map.of("query", "{ products { reviews { text } } }"))
                .post("/graphql")
                .then()
                .extract()
                .path("extensions.queryPlan");
        assertThat(plan).contains("Fetch(service: \"shop\")", "Flatten(path: \"products.@\")");

        Services.as("reader")
                .header("Khabar-Query-Plan", "show")
                .body(Map.of("query", "{ products { upc } }"))
                .post("/graphql")
                .then()
                .body("extensions", nullValue());
    }

    @Test
    void graphiqlIsServedFromTheJarWithAStrictPolicy() {
        Services.as("reader")
                .get("/graphiql/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .body(containsString("graphiql.js"));
        Services.as("reader").get("/graphiql/graphiql.js").then().statusCode(200);
        Services.as("reader").get("/graphql-ui/index.html").then().statusCode(404);
    }

    @Test
    void aVariableMayBeNamedLikeThatWithTheEntitiesThatServicesAreSent() {
        String query = "query ($representations: Boolean!) { products { name reviews { text @include(if:"
                + " $representations) } } }";
        Services.as("reader")
                .accept(RESPONSE_TYPE)
                .body(Map.of("query", query, "variables", Map.of("representations", true)))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.products[0].reviews[0].text", notNullValue());
    }
}
