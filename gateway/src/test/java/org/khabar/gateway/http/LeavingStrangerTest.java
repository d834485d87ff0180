package org.khabar.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.quota.Quotas;

/** Clients that leave while it is being found out who they are. */
@QuarkusTest
@TestProfile(LeavingStrangerTest.OneAtATime.class)
@QuarkusTestResource(TestServices.class)
class LeavingStrangerTest {
    private final Logger accesses = Logger.getLogger("org.khabar.gateway.access");
    private final Records records = new Records();

    @Inject
    Quotas quotas;

    /** Anybody may ask, one thing at a time. */
    public static class OneAtATime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.anonymous-access", "true",
                    "khabar.gateway.access-log.enabled", "true",
                    "khabar.gateway.quotas.concurrent-per-client", "1");
        }
    }

    @BeforeEach
    void listen() {
        Services.awaitReady();
        accesses.addHandler(records);
    }

    @AfterEach
    void stopListening() {
        accesses.removeHandler(records);
        Services.mode("token", "up");
    }

    @Test
    void areNotCountedAsUnderWayForGood() throws IOException {
        Services.mode("token", "held");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\nGraphQL-Preflight: 1\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> Services.seen("token").equals("asked"));
        }
        await().until(() -> records.text().contains("CANCELLED"));
        Services.mode("token", "up");

        for (int i = 0; i < 3; i++) {
            given().header("GraphQL-Preflight", "1")
                    .queryParam("query", "{__typename}")
                    .get("/graphql")
                    .then()
                    .statusCode(200);
            await().until(() -> quotas.underWay() == 0);
        }
        assertThat(quotas.underWay()).isZero();
    }
}
