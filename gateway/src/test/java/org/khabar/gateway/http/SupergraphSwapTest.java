package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** One life of a gateway whose supergraph is at an HTTP address: waits, serves, refuses, swaps, and counts all that. */
@QuarkusTest
@QuarkusTestResource(
        value = TestServices.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "supergraph", value = "down"))
class SupergraphSwapTest {

    @Test
    void waitsServesRefusesAndSwaps() {
        await().untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                        "checks.find { it.name == 'schema' }.data.waitingFor",
                        equalTo("SUPERGRAPH_UNAVAILABLE: the supergraph cannot be had")));
        assertThat(metric("khabar_gateway_schema_serving")).isEqualTo("0.0");

        Services.mode("supergraph", "up");
        Services.awaitReady();
        Services.ask("{ products { reviews { text } } }")
                .then()
                .body("data.products[0].reviews[0].text", equalTo("جيد"));
        String before = metricLine("khabar_gateway_schema_info");

        Services.mode("supergraph", "garbage");
        await().untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(
                        "checks.find { it.name == 'schema' }.data.refused",
                        equalTo("SUPERGRAPH_INVALID: the supergraph cannot be read")));
        Services.ask("{ products { name } }").then().body("data.products[0].name", equalTo("إبريق"));
        assertThat(metric("khabar_gateway_schema_refusing")).isEqualTo("1.0");
        assertThat(metric("khabar_gateway_schema_refused_total{code=\"SUPERGRAPH_INVALID\"}"))
                .isEqualTo("1.0");
        assertThat(metricLine("khabar_gateway_schema_info")).isEqualTo(before);

        Services.mode("supergraph", "unreachable");
        await().untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(
                        "checks.find { it.name == 'schema' }.data.refused",
                        equalTo("SUBGRAPH_URL_INVALID [ads]: its address cannot be used")));
        Services.ask("{ products { name } }").then().body("data.products[0].name", equalTo("إبريق"));

        Services.mode("supergraph", "grown");
        await().untilAsserted(() -> Services.ask("editor", "{ __type(name: \"Review\") { fields { name } } }")
                .then()
                .body("data.__type.fields.name", hasItem("stars")));
        await().untilAsserted(() ->
                assertThat(metric("khabar_gateway_schema_accepted_total")).isEqualTo("2.0"));
        assertThat(metricLine("khabar_gateway_schema_info")).isNotEqualTo(before);
        assertThat(metric("khabar_gateway_schema_refusing")).isEqualTo("0.0");
    }

    private static String metric(String name) {
        String line = metricLine(name);
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static String metricLine(String name) {
        return Services.metrics("admin")
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElse("none");
    }
}
