package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tokens say decides what the schema's access rules let through. */
@QuarkusTest
@QuarkusTestResource(TestServices.class)
class AccessControlTest {
    private static final String LINES = "{ ledger { title lines } }";
    private static final String TOTAL = "{ ledger { title total } }";

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    private static Response ask(Map<String, String> token, String query) {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + Services.token(token))
                .body(Map.of("query", query))
                .post("/graphql");
    }

    @Test
    void aScopeOfTheTokenOpensWhatRequiresIt() {
        ask(Map.of("scope", "openid ledger:read"), LINES)
                .then()
                .body("errors", nullValue())
                .body("data.ledger.lines", contains("حبر"));
    }

    @Test
    void callersWithDifferentScopesDoNotShareAPlan() {
        for (int i = 0; i < 2; i++) {
            ask(Map.of("scope", "openid ledger:read"), LINES).then().body("data.ledger.lines", contains("حبر"));
            ask(Map.of("scope", "openid ledger"), LINES)
                    .then()
                    .statusCode(200)
                    .body("data.ledger.title", equalTo("دفتر"))
                    .body("data.ledger.lines", nullValue())
                    .body("errors.size()", equalTo(1))
                    .body("errors[0].path", equalTo(List.of("ledger", "lines")))
                    .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        }
    }

    @ParameterizedTest
    @CsvSource({"roles, editor", "department, audit"})
    void aPolicyHoldsByARoleOrAClaim(String what, String value) {
        ask(Map.of(what, value), TOTAL).then().body("errors", nullValue()).body("data.ledger.total", equalTo(12));
    }

    @ParameterizedTest
    @CsvSource({"roles, auditors", "department, auditors", "scope, auditors"})
    void aPolicyDoesNotHoldByItsName(String what, String value) {
        ask(Map.of(what, value), TOTAL)
                .then()
                .body("data.ledger.total", nullValue())
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void whatIsRefusedIsNotInThePlan() {
        String plan = given().contentType("application/json")
                .header("Authorization", "Bearer " + Services.token(Map.of("roles", "admin")))
                .header("Khabar-Query-Plan", "show")
                .body(Map.of("query", "{ ledger { title lines total owner } }"))
                .post("/graphql")
                .path("extensions.queryPlan");

        assertThat(plan).contains("title", "owner").doesNotContain("lines", "total");
    }

    @Test
    void labelsAreDecidedByConfigurationAndPercentage() {
        Services.ask("{ ledger { currency opened closed } }")
                .then()
                .body("data.ledger.currency", equalTo("جديد"))
                .body("data.ledger.opened", equalTo("جديد"))
                .body("data.ledger.closed", equalTo("قديم"));
    }
}
