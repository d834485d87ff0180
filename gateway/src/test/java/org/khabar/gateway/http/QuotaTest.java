package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.gateway.quota.Quotas;

/** How much one client is served, and how long the gateway waits for one. */
@QuarkusTest
@TestProfile(QuotaTest.Small.class)
@QuarkusTestResource(TestServices.class)
class QuotaTest {
    @Inject
    Quotas quotas;

    /** Small quotas. */
    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "khabar.gateway.quotas.requests", "20",
                    "khabar.gateway.quotas.period", "1h",
                    "khabar.gateway.quotas.concurrent-per-client", "2",
                    "khabar.gateway.http.body-timeout", "300ms",
                    "khabar.gateway.http.request-timeout", "3s",
                    "khabar.gateway.http.subgraph-timeout", "10m");
        }
    }

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    private static RequestSpecification client(String subject) {
        return Services.with(Map.of("roles", "reader", "subject", subject));
    }

    @Test
    void aClientThatAsksTooOftenIsToldWhenToComeBack() {
        RequestSpecification eager = client("eager").body(Map.of("query", "{ __typename }"));
        eager.post("/graphql")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"default\";q=20;w=3600")
                .header("RateLimit", matchesPattern("\"default\";r=19;t=[0-9]+"));
        for (int i = 0; i < 19; i++) {
            eager.post("/graphql").then().statusCode(200);
        }
        eager.post("/graphql")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[0-9]+"))
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("$", not(hasKey("data")));

        client("patient")
                .body(Map.of("query", "{ __typename }"))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void requestsThatWereGivenUpAreNotCountedAsUnderWay() throws IOException {
        Services.mode("shop", "silent");
        String token = Services.token(Map.of("roles", "reader", "subject", "leaver"));
        for (int i = 0; i < 5; i++) {
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                int before = quotas.underWay();
                write(socket, token, "{\"query\":\"{ products { upc } }\"}", 0);
                await().until(() -> quotas.underWay() > before);
            }
            await().until(() -> quotas.underWay() == 0);
        }
    }

    @Test
    void aClientWithTooManyRequestsUnderWayIsToldToComeBack() throws IOException {
        Services.mode("shop", "silent");
        String token = Services.token(Map.of("roles", "reader", "subject", "many"));
        try (Socket first = new Socket("localhost", RestAssured.port);
                Socket second = new Socket("localhost", RestAssured.port)) {
            int before = quotas.underWay();
            write(first, token, "{\"query\":\"{ products { upc } }\"}", 0);
            write(second, token, "{\"query\":\"{ products { upc } }\"}", 0);
            await().until(() -> quotas.underWay() == before + 2);
            client("many")
                    .body(Map.of("query", "{ __typename }"))
                    .post("/graphql")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "1")
                    .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                    .body("errors[0].message", containsString("2 requests under way"));
        }
        await().until(() -> quotas.underWay() == 0);
    }

    /** Whatever its fetches would wait for: here ten minutes. */
    @Test
    @Timeout(60)
    void aRequestIsAnsweredByItsDeadline() {
        Services.mode("shop", "silent");
        client("waiter")
                .body(Map.of("query", "{ products { upc } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("TIMEOUT"));
    }

    /** The client goes on and on, a blank at a time, and would keep its connection. */
    @ParameterizedTest
    @CsvSource({
        "application/json, true, 408, LIMIT_EXCEEDED",
        "text/event-stream, true, 408, LIMIT_EXCEEDED",
        "application/json, false, 401, UNAUTHENTICATED",
        "text/event-stream, false, 401, UNAUTHENTICATED"
    })
    @Timeout(30)
    void aBodyThatDoesNotEndDoesNotKeepItsConnection(String accept, boolean hasToken, int status, String code)
            throws IOException {
        String token = hasToken ? Services.token(Map.of("roles", "reader", "subject", "dripping")) : "";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: "
                    + accept + "\r\n" + (hasToken ? "Authorization: Bearer " + token + "\r\n" : "")
                    + "Content-Length: 1000000\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            Thread.startVirtualThread(() -> drip(socket));
            assertThat(untilClosed(socket)).startsWith("HTTP/1.1 " + status).contains(code);
        }
    }

    private static void drip(Socket socket) {
        try {
            while (true) {
                socket.getOutputStream().write(' ');
                Thread.sleep(20);
            }
        } catch (IOException _) {
            // That is what is hoped for.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String untilClosed(Socket socket) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                read.write(next);
            }
        } catch (SocketException _) {
            // Closed while something was on its way to it.
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedForLong() throws IOException {
        String token = Services.token(Map.of("roles", "reader", "subject", "slow"));
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            write(socket, token, "{\"query\":", 100);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("LIMIT_EXCEEDED");
        }
        await().until(() -> quotas.underWay() == 0);
    }

    private static void write(Socket socket, String token, String body, int missing) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + token + "\r\nContent-Length: " + (bytes.length + missing) + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }
}
