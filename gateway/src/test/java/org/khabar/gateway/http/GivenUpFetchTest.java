package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client leaves while its services still work for it. */
@QuarkusTest
@QuarkusTestResource(TestServices.class)
class GivenUpFetchTest {
    private static final String BODY = "{\"query\":\"{ products { upc name } }\"}";

    @AfterEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
    }

    @Test
    void theConnectionToTheServiceIsClosed() throws IOException {
        Services.mode("shop", "up");
        Services.awaitReady();
        Services.mode("shop", "dripping");
        String token = Services.token(Map.of("roles", "reader"));
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "X-Request-Id: leaver\r\nAuthorization: Bearer " + token + "\r\nContent-Length: "
                    + BODY.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + BODY).getBytes(StandardCharsets.US_ASCII));
            await().until(() -> Services.seen("shop").contains("leaver"));
            assertThat(Services.seen("shop.left by leaver")).isEmpty();
        }
        // The deadline of the fetch, which would end it as well, is three seconds.
        await().atMost(Duration.ofSeconds(2))
                .until(() -> Services.seen("shop.left by leaver").equals("left"));
    }
}
