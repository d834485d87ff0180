package org.khabar.entity.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.khabar.entity.testing.Tokens;

/** Exports and imports of the service under test. */
final class Exchange {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String AUTHOR = "idris";

    private Exchange() {}

    /** A database of its own, and bounds that a test crosses. */
    public static final class OwnDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.exchange.export-batch-size", "50",
                    "khabar.exchange.import-batch-size", "20",
                    "khabar.exchange.max-line-bytes", "100000",
                    "khabar.exchange.max-aliases", "200",
                    "khabar.exchange.max-details", "40",
                    "khabar.exchange.max-relinked-names", "3");
        }
    }

    static String export(String query, String token) {
        return new String(
                RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .get("/exports/entities" + query)
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    /** All that an admin gets. */
    static String export() {
        return export("", admin());
    }

    static String admin() {
        return Tokens.of(AUTHOR, "admin");
    }

    /** What became of each line. */
    static List<String> status(JsonNode... results) {
        return Arrays.stream(results)
                .map(result -> result.path("status").asText())
                .toList();
    }

    static Response post(byte[] body, String query, String token) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/x-ndjson")
                .body(body)
                .post("/imports/entities" + query);
    }

    /** The answer's lines; the last says how it ended. */
    static List<JsonNode> importLines(byte[] body) {
        Response answer = post(body, "", admin());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.asString());
        }
        return lines(answer.asString());
    }

    static List<JsonNode> importLines(String... lines) {
        return importLines(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static List<JsonNode> lines(String text) {
        return text.lines().map(Exchange::json).toList();
    }

    static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(line, noJson);
        }
    }
}
