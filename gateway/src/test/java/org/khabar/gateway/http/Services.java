package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Steers {@link TestServices} and asks the gateway. */
final class Services {
    private Services() {}

    static String url() {
        return ConfigProvider.getConfig().getValue("test.services", String.class);
    }

    static String token(Map<String, String> wishes) {
        return given().queryParams(wishes).get(url() + "/mint").asString();
    }

    static void mode(String subgraph, String mode) {
        given().queryParam("of", subgraph).queryParam("is", mode).get(url() + "/mode");
    }

    static String seen(String subgraph) {
        return given().queryParam("of", subgraph).get(url() + "/seen").asString();
    }

    static void awaitReady() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    static RequestSpecification as(String roles) {
        return with(Map.of("roles", roles));
    }

    static RequestSpecification with(Map<String, String> claims) {
        return given().contentType("application/json").header("Authorization", "Bearer " + token(claims));
    }

    static String metrics(String role) {
        return as(role).get("/q/metrics").asString();
    }

    static Response ask(String query) {
        return ask("reader", query);
    }

    static Response ask(String roles, String query) {
        return as(roles).body(Map.of("query", query)).post("/graphql");
    }
}
