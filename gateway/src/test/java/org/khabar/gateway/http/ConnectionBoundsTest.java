package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.khabar.gateway.connection.OpenConnections;
import org.khabar.gateway.quota.Quotas;

/** What one connection may do to the gateway. */
@QuarkusTest
@TestProfile(ConnectionBoundsTest.Impatient.class)
@QuarkusTestResource(TestServices.class)
class ConnectionBoundsTest {
    private static final int MOST = 60;
    private static final int MOST_OF_ONE = 20;
    private static final String PROBE = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Inject
    Quotas quotas;

    @Inject
    OpenConnections connections;

    /** Little patience, few connections, and requests that last. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "khabar.gateway.http.header-timeout", "2s",
                    "khabar.gateway.http.write-timeout", "2s",
                    "khabar.gateway.http.body-timeout", "2s",
                    "khabar.gateway.http.request-timeout", "10m",
                    "khabar.gateway.http.subgraph-timeout", "10m",
                    "khabar.gateway.connections.max-per-address", String.valueOf(MOST_OF_ONE),
                    "khabar.gateway.connections.exempt", "127.0.0.1,::1",
                    "quarkus.http.limits.max-connections", String.valueOf(MOST));
        }
    }

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
    }

    private static Socket connect() throws IOException {
        return new Socket("localhost", RestAssured.port);
    }

    private static byte[] post(String query) {
        String body = "{\"query\":\"" + query + "\"}";
        return ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + Services.token(Map.of("roles", "reader")) + "\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether the gateway has closed a connection; waits until there is something to read or it has. */
    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException _) {
            return true;
        }
    }

    /** 80 MB of answers that nobody takes; kernels hold a few of them. */
    @Test
    @Timeout(120)
    void answersAreMadeOnlyForWhoReadsThem() throws IOException {
        byte[] request = post(IntStream.range(0, 40)
                .mapToObj(i -> "a" + i + "x".repeat(900) + ": __typename")
                .collect(Collectors.joining(" ", "{", "}")));
        try (Socket socket = connect()) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            socket.getOutputStream().write(request);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        await().until(() -> quotas.underWay() == 0);
    }

    @Test
    void whoLeavesBehindHalfARequestIsNotServedAnyLonger() throws IOException {
        Services.mode("shop", "silent");
        try (Socket socket = connect()) {
            socket.getOutputStream().write(post("{ products { upc } }"));
            await().until(() -> quotas.underWay() == 1);
            write(socket, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nab");
        }
        await().until(() -> quotas.underWay() == 0);
    }

    @Test
    void requestsThatCameTogetherAreAnsweredInTheirOrder() throws IOException {
        try (Socket socket = connect()) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                requests.append(new String(
                        post("{ a" + i + ": __typename" + (i % 3 == 0 ? " products { upc }" : "") + " }"),
                        StandardCharsets.US_ASCII));
            }
            write(socket, requests.toString());
            String answers = "";
            while (!answers.contains("\"a29\"")) {
                int next = socket.getInputStream().read();
                assertThat(next).isNotNegative();
                answers += (char) next;
            }
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                places.add(answers.indexOf("\"a" + i + "\""));
            }
            assertThat(places).doesNotContain(-1).isSorted();
        }
    }

    @Test
    @Timeout(60)
    void aHeadThatDoesNotComeIsNotWaitedFor() throws IOException {
        try (Socket silent = connect();
                Socket half = connect();
                Socket later = connect()) {
            write(half, "GET /gra");
            write(later, "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(later.getInputStream().read()).isEqualTo('H');
            await().until(() -> later.getInputStream().available() > 0);
            write(later, "GET /gra");
            assertThat(isClosed(silent)).isTrue();
            assertThat(isClosed(half)).isTrue();
            while (!isClosed(later)) {
                // The rest of the first answer.
            }
        }
    }

    @Test
    @Timeout(30)
    void aRestThatDoesNotComeIsNotWaitedForWhateverItsRequestWantedToBecome() throws IOException {
        try (Socket socket = connect()) {
            write(
                    socket,
                    "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\nUpgrade: anything\r\n"
                            + "Content-Length: 100\r\n\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            while (!isClosed(socket)) {
                // The rest of the answer.
            }
        }
    }

    @Test
    @Timeout(60)
    void connectionsAreBounded() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) {
                sockets.add(connect());
            }
            Socket tooMany = connect();
            sockets.add(tooMany);
            write(tooMany, "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(isClosed(tooMany)).isTrue();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        await().ignoreExceptions().until(() -> isServed());
    }

    private static boolean isServed() throws IOException {
        try (Socket socket = connect()) {
            return isServed(socket);
        }
    }

    private static boolean isServed(Socket socket) throws IOException {
        write(socket, PROBE);
        return socket.getInputStream().read() == 'H';
    }

    private static Socket connectFrom(String address) throws IOException {
        return new Socket(InetAddress.ofLiteral("127.0.0.1"), RestAssured.port, InetAddress.ofLiteral(address), 0);
    }

    @Test
    @Timeout(60)
    void connectionsOfOneAddressAreBounded() throws IOException {
        long refusedBefore = connections.refusedOfOneAddress();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_OF_ONE; i++) {
                Socket socket = connectFrom("127.0.0.2");
                sockets.add(socket);
                assertThat(isServed(socket)).isTrue();
            }
            for (int i = 0; i < 3; i++) {
                Socket tooMany = connectFrom("127.0.0.2");
                sockets.add(tooMany);
                assertThat(isRefused(tooMany)).isTrue();
            }
            for (String other : List.of("127.0.0.3", "127.0.0.1")) {
                Socket socket = connectFrom(other);
                sockets.add(socket);
                assertThat(isServed(socket)).isTrue();
            }
            assertThat(connections.refusedOfOneAddress()).isEqualTo(refusedBefore + 3);
            assertThat(Services.metrics("service"))
                    .contains(
                            "khabar_gateway_connections_refused_total{bound=\"address\"} " + (refusedBefore + 3) + ".0")
                    .contains("khabar_gateway_connections_refused_total{bound=\"all\"}")
                    .containsPattern("khabar_gateway_connections 2[2-9]\\.0");
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        await().ignoreExceptions().until(() -> {
            try (Socket socket = connectFrom("127.0.0.2")) {
                return isServed(socket);
            }
        });
    }

    private static boolean isRefused(Socket socket) throws IOException {
        try {
            write(socket, PROBE);
        } catch (SocketException _) {
            return true;
        }
        return isClosed(socket);
    }
}
