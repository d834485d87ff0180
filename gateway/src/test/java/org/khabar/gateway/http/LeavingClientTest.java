package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients leave all the time; nobody is to be woken up for that. */
@QuarkusTest
@QuarkusTestResource(TestServices.class)
class LeavingClientTest {
    private final Logger logger = Logger.getLogger(Responses.class.getName());
    private final Records records = new Records();

    @BeforeEach
    void listen() {
        Services.awaitReady();
        logger.setLevel(Level.FINE);
        logger.addHandler(records);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(records);
        logger.setLevel(null);
    }

    @Test
    void whoeverLeavesInTheMiddleOfTheBodyIsNoError() throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("localhost"), RestAssured.port)) {
            String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + Services.token(Map.of("roles", "reader"))
                    + "\r\nContent-Length: 1000\r\n\r\n{\"query\":";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        await().untilAsserted(() -> assertThat(records.taken()).isNotEmpty());
        assertThat(records.taken()).allSatisfy(record -> {
            assertThat(record.getLevel().intValue()).isLessThan(Level.INFO.intValue());
            assertThat(record.getMessage()).contains("A client left");
        });
    }
}
