package org.khabar.article.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests to the service under test. */
public final class Service {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 30_000))
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Service() {}

    public static RequestSpecification as(String token) {
        return given().config(PLAIN).auth().oauth2(token);
    }

    /** Imports a page as an editor; the parameters become the query. */
    public static Response importPage(String page, Map<String, String> parameters) {
        return importBytes(page.getBytes(StandardCharsets.UTF_8), parameters);
    }

    public static Response importPage(String page) {
        return importPage(page, Map.of());
    }

    public static Response importBytes(byte[] page, Map<String, String> parameters) {
        return as(Tokens.editor())
                .contentType("text/plain")
                .queryParams(parameters)
                .body(page)
                .post("/imports");
    }

    /** The whole answer to a GraphQL request. */
    public static JsonNode graphql(String token, String query, Map<String, ?> variables) {
        try {
            String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
            return JSON.readTree(as(token)
                    .contentType("application/json")
                    .body(body)
                    .post("/graphql")
                    .asByteArray());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    public static JsonNode graphql(String token, String query) {
        return graphql(token, query, Map.of());
    }

    public static JsonNode json(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    public static JsonNode feed(String lastEventId, long timeoutMillis) {
        try {
            return JSON.readTree(as(Tokens.service())
                    .queryParam("lastEventId", lastEventId)
                    .queryParam("timeout", timeoutMillis)
                    .get("/feed/articles")
                    .asByteArray());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
