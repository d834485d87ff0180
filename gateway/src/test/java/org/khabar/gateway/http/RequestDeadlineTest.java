package org.khabar.gateway.http;

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
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.gateway.quota.Quotas;

/** A request's time begins with its head. */
@QuarkusTest
@TestProfile(RequestDeadlineTest.Short.class)
@QuarkusTestResource(TestServices.class)
class RequestDeadlineTest {
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final String BODY = "{\"query\":\"{ products { upc } }\"}";

    @Inject
    Quotas quotas;

    /** A short time for requests, a longer one for their bodies. */
    public static class Short implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.http.request-timeout",
                    TIMEOUT.toMillis() + "ms",
                    "khabar.gateway.http.body-timeout",
                    "1m");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void aBodyThatComesLateTakesItsTimeOffTheRequests(String accept) throws IOException {
        Services.awaitReady();
        await().until(() -> quotas.underWay() == 0);
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Connection: close\r\nAccept: " + accept + "\r\nAuthorization: Bearer "
                    + Services.token(Map.of("roles", "reader"))
                    + "\r\nContent-Length: " + BODY.length() + "\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            await().until(() -> quotas.underWay() == 1);
            long begun = System.nanoTime();
            await().until(() -> System.nanoTime() - begun > TIMEOUT.toNanos());
            socket.getOutputStream().write(BODY.substring(1).getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 504")
                    .contains("\"TIMEOUT\"")
                    .doesNotContain("\"data\"");
        }
    }
}
