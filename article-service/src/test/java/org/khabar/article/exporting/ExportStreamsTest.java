package org.khabar.article.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Articles;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.OutsideProfile;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** A service that has room for one export, and cuts it off after two seconds without a reader. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(OutsideProfile.class)
class ExportStreamsTest {

    private static final String PARTNER = Tokens.of("partner", "partner");

    private final Database database;
    private final Articles articles;

    ExportStreamsTest(Database database, Articles articles) {
        this.database = database;
        this.articles = articles;
    }

    @BeforeEach
    void longArticles() {
        database.reset();
        for (int number = 0; number < 20; number++) {
            articles.storeNumbered("hespress", number, Instant.parse("2024-03-09T12:00:00Z"));
        }
        database.execute("update revision set blocks = jsonb_build_array(jsonb_build_object('kind', 'PARAGRAPH',"
                + " 'text', repeat('نص طويل من المقال ', 30000)))");
    }

    @Test
    void exportsAreBoundedAndEndWithTheirClients() throws Exception {
        assertThat(Service.as(PARTNER).get("/exports/articles").statusCode()).isEqualTo(200);
        try (Socket stalled = new Socket("localhost", RestAssured.port)) {
            stalled.getOutputStream()
                    .write(("GET /exports/articles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + PARTNER
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(stalled.getInputStream().read()).isEqualTo('H');

            Response second = Service.as(PARTNER).get("/exports/articles");
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.path("error.code").toString()).isEqualTo("LIMIT_EXCEEDED");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Service.as(PARTNER).get("/exports/articles").statusCode() == 200);
            assertThat(endsWhole(stalled)).isFalse();
        }
        assertThat(Service.as(PARTNER).get("/exports/articles").statusCode()).isEqualTo(200);
    }

    /** Whether the last chunk of a chunked answer came. */
    private static boolean endsWhole(Socket socket) {
        try {
            byte[] rest = socket.getInputStream().readAllBytes();
            return new String(rest, StandardCharsets.ISO_8859_1).endsWith("0\r\n\r\n");
        } catch (IOException reset) {
            return false;
        }
    }
}
