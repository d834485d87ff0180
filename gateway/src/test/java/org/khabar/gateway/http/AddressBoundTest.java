package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked in an address may be long, but not without end. */
@QuarkusTest
@QuarkusTestResource(TestServices.class)
class AddressBoundTest {
    private static final int LIMIT = 16_384;

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    private static RequestSpecification asking(int padding) {
        return given().header("Authorization", "Bearer " + Services.token(Map.of("roles", "reader")))
                .queryParam("query", "{__typename}")
                .queryParam("padding", "x".repeat(padding));
    }

    @Test
    void aLongAddressIsRead() {
        asking(LIMIT - 200).get("/graphql").then().statusCode(200).body("data.__typename", equalTo("Query"));
    }

    @ParameterizedTest
    @CsvSource({"/graphql, application/json", "/graphql, text/event-stream", "/graphql/stream, text/event-stream"})
    void oneThatIsTooLongIsRefusedAsGraphql(String path, String accept) {
        asking(LIMIT)
                .accept(accept)
                .get(path)
                .then()
                .statusCode(414)
                .contentType(ContentType.JSON)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].message", containsString("16384"))
                .body("$", not(hasKey("data")));
    }
}
