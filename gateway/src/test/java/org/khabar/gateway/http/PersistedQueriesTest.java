package org.khabar.gateway.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Automatic persisted queries, as the clients of Apollo and Relay speak them. */
@QuarkusTest
@QuarkusTestResource(TestServices.class)
class PersistedQueriesTest {

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> persisted(String hash) {
        return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
    }

    private static ValidatableResponse post(Map<String, Object> body) {
        return Services.as("reader").body(body).post("/graphql").then();
    }

    @Test
    void documentIsSentOnceAndItsHashFromThenOn() {
        String query = "query Kept { products { upc name } }";
        String hash = sha256(query);

        post(Map.of("extensions", persisted(hash)))
                .statusCode(200)
                .body("errors[0].message", equalTo("PersistedQueryNotFound"))
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"))
                .body("$", not(hasKey("data")));
        post(Map.of("query", query, "extensions", persisted(hash))).body("data.products[1].name", equalTo("سراج"));
        post(Map.of("extensions", persisted(hash)))
                .body("errors", nullValue())
                .body("data.products[1].name", equalTo("سراج"));
        Services.as("reader")
                .queryParam("extensions", "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}")
                .get("/graphql")
                .then()
                .body("data.products[1].name", equalTo("سراج"));
        post(Map.of("documentId", "sha256:" + hash)).body("data.products[1].name", equalTo("سراج"));
    }

    @Test
    void aHashMustBeThatOfTheDocument() {
        String query = "query Other { products { upc } }";
        String hash = sha256("query Another { products { upc } }");

        post(Map.of("query", query, "extensions", persisted(hash)))
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
        post(Map.of("extensions", persisted(hash)))
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    @Test
    void whatCannotRunIsNotKept() {
        String query = "query Broken { nothing }";
        String hash = sha256(query);

        post(Map.of("query", query, "extensions", persisted(hash)))
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"));
        post(Map.of("extensions", persisted(hash)))
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    @Test
    void malformedReferencesAreRefused() {
        post(Map.of("extensions", Map.of("persistedQuery", Map.of("version", 2, "sha256Hash", "x"))))
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
        post(Map.of("extensions", Map.of("persistedQuery", Map.of("version", 1))))
                .statusCode(400);
        post(Map.of("documentId", 7)).statusCode(400);
        post(Map.of("documentId", "no-such-document"))
                .body("errors[0].extensions.code", equalTo("QUERY_NOT_IN_SAFELIST"));
    }
}
