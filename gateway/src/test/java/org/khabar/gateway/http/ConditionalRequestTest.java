package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What saves bytes on the way: entity tags and compression. */
@QuarkusTest
@QuarkusTestResource(TestServices.class)
class ConditionalRequestTest {

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    @Test
    void aCopyThatIsStillGoodIsNotSentAgain() {
        String tag = Services.as("reader")
                .queryParam("query", "{ products { name } }")
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-cache"))
                .extract()
                .header("ETag");
        assertThat(tag).startsWith("W/\"");

        byte[] body = Services.as("reader")
                .header("If-None-Match", "\"other\", " + tag)
                .queryParam("query", "{ products { name } }")
                .get("/graphql")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .extract()
                .asByteArray();
        assertThat(body).isEmpty();

        Services.as("reader")
                .header("If-None-Match", tag)
                .queryParam("query", "{ products { upc } }")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.products[0].upc", equalTo("u1"));
    }

    @Test
    void answersWithErrorsAndOfPostHaveNoTag() {
        Services.as("reader")
                .queryParam("query", "{ products { secret } }")
                .get("/graphql")
                .then()
                .header("ETag", nullValue());
        Services.ask("{ products { name } }")
                .then()
                .header("ETag", nullValue())
                .header("Cache-Control", equalTo("private, no-store"));
    }

    @Test
    void answersAreCompressedForThoseWhoTakeThat() {
        RestAssured.given()
                .config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Authorization", "Bearer " + Services.token(Map.of("roles", "editor")))
                .header("Accept-Encoding", "gzip")
                .contentType("application/json")
                .body(Map.of("query", "{ __schema { types { name description fields { name description } } } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip");
    }
}
