package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often an address may ask whose token is not good, and who suffers from it. */
@QuarkusTest
@TestProfile(QuotaTest.Small.class)
@QuarkusTestResource(TestServices.class)
class StrangersTest {
    private static final int REQUESTS = 20;
    private static final Map<String, String> QUERY = Map.of("query", "{ __typename }");

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    private static RequestSpecification from(String address, String token) {
        return given().header("X-Forwarded-For", address).header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification asking(String address, String token) {
        return from(address, token).contentType("application/json").body(QUERY);
    }

    private static void isBounded(int status, Supplier<Response> request) {
        for (int i = 0; i < REQUESTS; i++) {
            request.get().then().statusCode(status);
        }
        request.get()
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[0-9]+"))
                .header("RateLimit", matchesPattern("\"default\";r=0;t=[0-9]+"))
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, /graphql, application/json",
        "192.0.2.2, /graphql, text/event-stream",
        "192.0.2.3, /graphql/stream, text/event-stream"
    })
    void forgedTokensUseUpTheirAddressAndNoOther(String address, String path, String accept) {
        String forged = Services.token(Map.of("key", "other"));
        isBounded(401, () -> asking(address, forged).accept(accept).post(path));
        asking(address + "0", forged).accept(accept).post(path).then().statusCode(401);
    }

    @Test
    void requestsWithoutATokenAreCounted() {
        isBounded(
                401,
                () -> given().header("X-Forwarded-For", "192.0.2.4")
                        .contentType("application/json")
                        .body(QUERY)
                        .post("/graphql"));
        isBounded(
                401,
                () -> given().header("X-Forwarded-For", "192.0.2.5")
                        .accept("text/event-stream")
                        .queryParam("query", "{ __typename }")
                        .get("/graphql"));
    }

    @Test
    void whoHasShownAGoodTokenDoesNotSufferFromOthersAtTheAddress() {
        String address = "192.0.2.6";
        String known = Services.token(Map.of("subject", "known"));
        asking(address, known).post("/graphql").then().statusCode(200);
        String forged = Services.token(Map.of("key", "other"));
        isBounded(401, () -> asking(address, forged).post("/graphql"));

        asking(address, known).post("/graphql").then().statusCode(200);
        asking(address, Services.token(Map.of("subject", "newcomer")))
                .post("/graphql")
                .then()
                .statusCode(429);
        asking("192.0.2.7", Services.token(Map.of("subject", "newcomer")))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void methodsThatAreNotTakenAreCounted() {
        isBounded(405, () -> given().header("X-Forwarded-For", "192.0.2.8").patch("/graphql"));
        isBounded(405, () -> given().header("X-Forwarded-For", "192.0.2.9").patch("/graphql/stream"));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.12, /graphql", "192.0.2.13, /graphql/stream"})
    void addressesThatAreTooLongAreCounted(String address, String path) {
        isBounded(
                414,
                () -> given().header("X-Forwarded-For", address)
                        .queryParam("query", "x".repeat(17_000))
                        .get(path));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.14, bearer", "192.0.2.15, BEARER"})
    void goodTokensAreKnownAgainHoweverTheirSchemeIsWritten(String address, String scheme) {
        String token = Services.token(Map.of("subject", "writes " + scheme));
        Supplier<Response> request = () -> given().header("X-Forwarded-For", address)
                .header("Authorization", scheme + " " + token)
                .contentType("application/json")
                .body(QUERY)
                .post("/graphql");
        request.get().then().statusCode(200);
        isBounded(
                401,
                () -> asking(address, Services.token(Map.of("key", "other"))).post("/graphql"));

        request.get().then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST", "DELETE"})
    void looksForStreamsAreRequestsOfTheirClient(String method) {
        String token = Services.token(Map.of("subject", "looking " + method));
        isBounded(
                404,
                () -> from("192.0.2.10", token)
                        .header("X-GraphQL-Event-Stream-Token", "none")
                        .request(method, "/graphql/stream"));
    }

    @Test
    void eventStreamsSayWhatIsLeft() {
        asking("192.0.2.11", Services.token(Map.of("subject", "streaming")))
                .accept("text/event-stream")
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"default\";q=20;w=3600")
                .header("RateLimit", matchesPattern("\"default\";r=19;t=[0-9]+"));
    }
}
