package org.khabar.gateway.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema is shown to those who work with it. */
@QuarkusTest
@QuarkusTestResource(TestServices.class)
class IntrospectionRolesTest {

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "editor", "moderator", "partner", "service", "reader,editor"})
    void somebodyWhoWorksWithTheSchemaIsShownIt(String roles) {
        Services.ask(roles, "{ __schema { queryType { name } } }")
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.__schema.queryType.name", equalTo("Query"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { queryType { name } } }",
                "{ __type(name: \"Product\") { name } }",
                "{ products { name } shape: __type(name: \"Product\") { name } }",
                "{ ... { ... on Query { __schema { queryType { name } } } } }",
                "query A { ...B } fragment B on Query { ...C } fragment C on Query { x: __schema { description } }",
                "query A($no: Boolean = false) { __schema @include(if: $no) { description } products { name } }"
            })
    void aReaderIsNotAndNothingElseOfTheOperationIsRun(String query) {
        for (String roles : new String[] {"reader", "somebody", "Editor"}) {
            Services.ask(roles, query)
                    .then()
                    .statusCode(200)
                    .body("$", not(hasKey("data")))
                    .body("errors", hasSize(1))
                    .body("errors[0].extensions.code", equalTo("FORBIDDEN"))
                    .body("errors[0].locations", hasSize(1));
        }
    }

    @Test
    void theRefusalSaysWhere() {
        Services.as("reader")
                .accept("application/graphql-response+json")
                .body(Map.of(
                        "query",
                        "{\n  a: __schema { description }\n  ...B\n}\nfragment B on Query {\n"
                                + "  b: __type(name: \"Query\") { name }\n}"))
                .post("/graphql")
                .then()
                .statusCode(403)
                .body("errors.extensions.code", contains("FORBIDDEN", "FORBIDDEN"))
                .body("errors.locations.flatten().line", contains(2, 6));
    }

    @Test
    void namesOfTypesAreForEverybody() {
        Services.ask("{ __typename products { __typename name } }")
                .then()
                .body("errors", nullValue())
                .body("data.__typename", equalTo("Query"))
                .body("data.products[0].__typename", equalTo("Product"));
    }

    @Test
    void whatWasPreparedForAnotherCallerIsNoWayIn() {
        String query = "query Shared { __schema { types { name } } }";
        for (int i = 0; i < 2; i++) {
            Services.ask("editor", query).then().body("data.__schema.types", notNullValue());
            Services.ask("reader", query)
                    .then()
                    .body("$", not(hasKey("data")))
                    .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        }
    }

    @Test
    void aGetAsksNoMore() {
        Services.as("reader")
                .queryParam("query", "{ __schema { queryType { name } } }")
                .get("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        Services.as("partner")
                .queryParam("query", "{ __schema { queryType { name } } }")
                .get("/graphql")
                .then()
                .body("data.__schema.queryType.name", equalTo("Query"));
    }

    @Test
    void aKeptDocumentShowsNoMore() {
        String query = "query Kept { __schema { queryType { name } } }";
        Map<String, Object> hash =
                Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", PersistedQueriesTest.sha256(query)));
        Services.as("reader")
                .body(Map.of("query", query, "extensions", hash))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        Services.as("editor")
                .body(Map.of("extensions", hash))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
        Services.as("editor")
                .body(Map.of("query", query, "extensions", hash))
                .post("/graphql")
                .then()
                .body("data.__schema.queryType.name", equalTo("Query"));
        Services.as("reader")
                .body(Map.of("extensions", hash))
                .post("/graphql")
                .then()
                .body("$", not(hasKey("data")))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }
}
