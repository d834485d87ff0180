package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServices.class)
class TokensTest {
    private static final Map<String, String> QUERY = Map.of("query", "{ products { name } }");

    @Test
    void withoutATokenNothingIsServed() {
        given().contentType("application/json")
                .body(QUERY)
                .post("/graphql")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"))
                .body("data", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "key, other",
        "issuer, https://elsewhere.test/realms/khabar",
        "audience, other-application",
        "expired, true"
    })
    void badTokensAreRefused(String what, String value) {
        given().contentType("application/json")
                .header("Authorization", "Bearer " + Services.token(Map.of(what, value)))
                .body(QUERY)
                .post("/graphql")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
    }

    @ParameterizedTest
    @CsvSource({"Bearer garbage", "Bearer a.b.c", "Basic cmVhZGVyOnJlYWRlcg==", "Bearer"})
    void whatIsNoTokenIsRefused(String header) {
        given().contentType("application/json")
                .header("Authorization", header)
                .body(QUERY)
                .post("/graphql")
                .then()
                .statusCode(401);
    }

    @Test
    void healthNeedsNoToken() {
        given().get("/q/health/live").then().statusCode(200);
    }
}
