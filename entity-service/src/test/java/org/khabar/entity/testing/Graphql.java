package org.khabar.entity.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Sends GraphQL requests to the service under test. */
public final class Graphql {

    private Graphql() {}

    /** The answer to a reader. */
    public static JsonPath ask(String query, Map<String, ?> variables) {
        return askAs(Tokens.reader(), query, variables);
    }

    /** The answer to a reader. */
    public static JsonPath ask(String query) {
        return ask(query, Map.of());
    }

    /** The answer to the bearer of that token. */
    public static JsonPath askAs(String token, String query, Map<String, ?> variables) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
