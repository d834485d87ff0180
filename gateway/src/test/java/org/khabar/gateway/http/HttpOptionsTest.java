package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may turn on: trusted documents, batches, other sites, callers without a token. */
@QuarkusTest
@TestProfile(HttpOptionsTest.TurnedOn.class)
@QuarkusTestResource(TestServices.class)
class HttpOptionsTest {
    private static final String NAMES = "query Names { products { name } }";
    private static final String UPCS = "{ products { upc } }";

    /** Everything is on. */
    public static class TurnedOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("khabar.gateway.introspection.roles", "reader,admin"),
                    Map.entry("khabar.gateway.http.slow-query", "0s"),
                    Map.entry("khabar.gateway.documents.manifest", "src/test/resources/documents/relay.json"),
                    Map.entry("khabar.gateway.documents.trusted-only", "true"),
                    Map.entry("khabar.gateway.documents.ad-hoc-roles", "editor,admin"),
                    Map.entry("khabar.gateway.http.max-batch-size", "3"),
                    Map.entry("khabar.gateway.anonymous-access", "true"),
                    Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                    Map.entry("quarkus.http.cors.enabled", "true"),
                    Map.entry("quarkus.http.cors.origins", "https://news.test"));
        }
    }

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    @Test
    void trustedDocumentsRunForAnybody() {
        Services.as("reader")
                .body(Map.of("documentId", "one"))
                .post("/graphql")
                .then()
                .body("data.product.name", equalTo("سراج"));
        Services.as("reader")
                .body(Map.of("query", NAMES))
                .post("/graphql")
                .then()
                .body("data.products[0].name", equalTo("إبريق"));
        given().header("GraphQL-Preflight", "1")
                .queryParam("documentId", "names")
                .get("/graphql")
                .then()
                .body("data.products", hasSize(2));
    }

    @Test
    void otherDocumentsRunForExemptRolesOnly() {
        Services.as("reader")
                .body(Map.of("query", UPCS))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("QUERY_NOT_IN_SAFELIST"))
                .body("$", not(hasKey("data")));
        Services.as("editor")
                .body(Map.of("query", UPCS))
                .post("/graphql")
                .then()
                .body("data.products", hasSize(2));
    }

    @Test
    void whatAnExemptCallerHadKeptDoesNotRunForOthers() {
        String query = "query ByHash { products { upc name } }";
        Map<String, Object> persisted = Map.of("version", 1, "sha256Hash", PersistedQueriesTest.sha256(query));
        Services.as("editor")
                .body(Map.of("query", query, "extensions", Map.of("persistedQuery", persisted)))
                .post("/graphql")
                .then()
                .body("data.products", hasSize(2));
        Services.as("reader")
                .body(Map.of("extensions", Map.of("persistedQuery", persisted)))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("QUERY_NOT_IN_SAFELIST"));
    }

    @Test
    void aTrustedDocumentShowsTheSchemaToTheRolesThatAreNamed() {
        Map<String, String> schema = Map.of("documentId", "schema");
        Services.as("reader")
                .body(schema)
                .post("/graphql")
                .then()
                .body("data.__schema.queryType.name", equalTo("Query"));
        Services.as("editor")
                .body(schema)
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"))
                .body("$", not(hasKey("data")));
    }

    @Test
    void aStrangerIsNotShownTheSchemaThoughReadersAre() {
        given().header("GraphQL-Preflight", "1")
                .queryParam("documentId", "schema")
                .get("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"))
                .body("$", not(hasKey("data")));
    }

    @Test
    void aBatchIsNoWayToTheSchema() {
        Services.as("editor")
                .body(List.of(
                        Map.of("query", UPCS),
                        Map.of("query", "{ __schema { queryType { name } } }"),
                        Map.of("documentId", "schema")))
                .post("/graphql")
                .then()
                .body("[0].data.products", hasSize(2))
                .body("[1].errors[0].extensions.code", equalTo("FORBIDDEN"))
                .body("[1]", not(hasKey("data")))
                .body("[2].errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void batchIsAnsweredInItsOrderAndEachRequestFailsAlone() {
        Services.as("editor")
                .body(List.of(
                        Map.of("query", "{ product(upc: \"u2\") { name } }"),
                        Map.of("query", "{ nothing }"),
                        Map.of("query", "mutation { rename(upc: \"u1\", name: \"جرة\") { name } }")))
                .post("/graphql")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("$", hasSize(3))
                .body("[0].data.product.name", equalTo("سراج"))
                .body("[1].errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"))
                .body("[1]", not(hasKey("data")))
                .body("[2].data.rename.name", equalTo("جرة"));
    }

    @Test
    void batchesAreBounded() {
        Services.as("editor")
                .body(Collections.nCopies(4, Map.of("query", UPCS)))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
        Services.as("editor").body(List.of()).post("/graphql").then().statusCode(400);
        Services.as("editor").body(List.of(7)).post("/graphql").then().statusCode(400);
    }

    @Test
    void pagesOfAllowedSitesMayAskAndOthersMayNot() {
        given().header("Origin", "https://news.test")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://news.test");
        given().header("Origin", "https://news.test")
                .header("Sec-Fetch-Site", "cross-site")
                .queryParam("documentId", "names")
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://news.test")
                .body("data.products", hasSize(2));
        given().header("Origin", "https://elsewhere.test")
                .header("Sec-Fetch-Site", "cross-site")
                .queryParam("documentId", "names")
                .get("/graphql")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void picturesAndLinksOnOtherSitesRunNothing() {
        for (Map<String, String> headers : List.of(
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"),
                Map.of("Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "navigate"),
                Map.of("Referer", "https://elsewhere.test/page"))) {
            given().headers(headers)
                    .queryParam("documentId", "names")
                    .get("/graphql")
                    .then()
                    .statusCode(403)
                    .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        }
        given().header("Sec-Fetch-Site", "none")
                .queryParam("documentId", "names")
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"/graphql, text/event-stream", "/graphql/stream, text/event-stream", "/graphql/stream, image/png"})
    void eventSourcesAndPicturesOnOtherSitesRunNothingEither(String path, String accept) {
        given().headers(Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"))
                .accept(accept)
                .queryParam("documentId", "names")
                .get(path)
                .then()
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    /**
     * So looks an image with {@code referrerpolicy="no-referrer"} that a browser asks for by plain HTTP, and one without
     * Fetch Metadata by HTTPS.
     */
    @ParameterizedTest
    @CsvSource({
        "Accept, image/png",
        "Accept, application/graphql-response+json",
        "Accept, text/event-stream",
        "X-Forwarded-Proto, https",
        "Content-Type, text/plain;charset=utf-8"
    })
    void whatAPageMayHaveSentWithoutATraceRunsNothing(String header, String value) {
        given().header(header, value)
                .queryParam("documentId", "names")
                .get("/graphql")
                .then()
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @ParameterizedTest
    @CsvSource({
        "Apollo-Require-Preflight, true",
        "GraphQL-Preflight, 1",
        "Content-Type, application/json",
        "Sec-Fetch-Site, same-origin"
    })
    void whatNoOtherSitesPageCanSendUnaskedRuns(String header, String value) {
        given().header(header, value)
                .queryParam("documentId", "names")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.products", hasSize(2));
    }

    @Test
    void aSharedCopyIsForEveryOriginAndTellsNothingOfTheFirstWhoAsked() {
        given().header("GraphQL-Preflight", "1")
                .queryParam("documentId", "names")
                .get("/graphql")
                .then()
                .header("Vary", containsString("Origin"))
                .header("X-Request-Id", notNullValue())
                .header("RateLimit", notNullValue());
        given().header("GraphQL-Preflight", "1")
                .queryParam("documentId", "kept")
                .get("/graphql")
                .then()
                .header("Cache-Control", "max-age=60, public")
                .header("Vary", containsString("Origin"))
                .header("X-Request-Id", nullValue())
                .header("RateLimit", nullValue())
                .header("RateLimit-Policy", nullValue());
        given().header("GraphQL-Preflight", "1")
                .accept("text/event-stream")
                .queryParam("documentId", "names")
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("Vary", containsString("Origin"));
    }

    @Test
    void namesOfOperationsAreCutInTheLog() {
        Records records = new Records();
        Logger logger = Logger.getLogger(RunReports.class.getName());
        logger.addHandler(records);
        try {
            Services.as("editor")
                    .header("X-Request-Id", "slow-2")
                    .body(Map.of("query", "query " + "N".repeat(5_000) + " { products { name } }"))
                    .post("/graphql");
            await().until(() -> records.text().contains("slow-2"));
        } finally {
            logger.removeHandler(records);
        }

        assertThat(records.text()).contains("'" + "N".repeat(100) + "'").doesNotContain("N".repeat(101));
    }

    @Test
    void slowOperationsAreLoggedWithTheirPlansAndWithoutVariables() {
        Records records = new Records();
        Logger logger = Logger.getLogger(RunReports.class.getName());
        logger.addHandler(records);
        try {
            Services.as("editor")
                    .header("X-Request-Id", "slow-1")
                    .body(Map.of(
                            "query",
                            "query Lamp($u: ID!) { product(upc: $u) { name } }",
                            "variables",
                            Map.of("u", "u2-private")))
                    .post("/graphql");
            await().until(() -> records.text().contains("slow-1"));
        } finally {
            logger.removeHandler(records);
        }

        assertThat(records.text())
                .contains("query 'Lamp'", "request slow-1", "Fetch(service: \"shop\")")
                .doesNotContain("u2-private");
    }
}
