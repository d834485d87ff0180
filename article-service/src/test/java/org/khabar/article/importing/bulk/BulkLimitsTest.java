package org.khabar.article.importing.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.khabar.article.importing.bulk.ImportRequests.NDJSON;
import static org.khabar.article.importing.bulk.ImportRequests.gzip;
import static org.khabar.article.importing.bulk.ImportRequests.item;
import static org.khabar.article.importing.bulk.ImportRequests.items;
import static org.khabar.article.importing.bulk.ImportRequests.lines;
import static org.khabar.article.importing.bulk.ImportRequests.post;
import static org.khabar.article.importing.bulk.ImportRequests.send;
import static org.khabar.article.importing.bulk.ImportRequests.streamsAreFree;
import static org.khabar.article.importing.bulk.ImportRequests.utf8;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.importing.bulk.ImportRequests.Answer;
import org.khabar.article.importing.form.Forms;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Tokens;

/** How much a request with many items may send, and how many may be under way. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BulkLimitsTest {

    private final Database database;

    BulkLimitsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
        database.execute("truncate import_run cascade");
    }

    @Test
    void aBodyMayBeLargerThanAnyOther() {
        String notLookedAt = "\"cursor\":\"" + "كلمة ".repeat(2000) + "\",";
        StringBuilder body = new StringBuilder();
        for (int number = 0; number < 700; number++) {
            body.append(item(number).replace("{", "{" + notLookedAt)).append('\n');
        }
        assertThat(body.toString().getBytes(StandardCharsets.UTF_8).length).isGreaterThan(8 << 20);

        List<JsonNode> lines = lines(post(body.toString()));

        assertThat(lines.getLast().path("created").asInt()).isEqualTo(700);
    }

    @ParameterizedTest
    @CsvSource({
        "/imports, text/plain",
        "/imports, application/json",
        "/imports, application/rss+xml",
        "/graphql, application/json"
    })
    void otherBodiesKeepTheirLimit(String path, String type) {
        assertThat(send(path, Tokens.editor(), type, Map.of(), new byte[5 << 20], true)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void packedBodiesAreTakenAndBombsAreNot() throws IOException {
        Answer packed = send(Tokens.editor(), NDJSON, "", Map.of("Content-Encoding", "gzip"), gzip(items(1, 50)));
        assertThat(lines(packed).getLast().path("created").asInt()).isEqualTo(50);

        Answer bomb = send(
                Tokens.editor(),
                NDJSON,
                "",
                Map.of("Content-Encoding", "gzip"),
                gzip(item(99) + "\n" + " ".repeat(80 << 20)));
        JsonNode end = lines(bomb).getLast();
        assertThat(end.path("done").asBoolean()).isFalse();
        assertThat(end.at("/error/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(end.path("resumeFrom").asInt()).isEqualTo(2);
    }

    @Test
    void aFeedThatUnpacksToTooMuchIsRefused() throws IOException {
        String large = IntStream.range(0, 700_000)
                .mapToObj(number -> number + " ")
                .collect(Collectors.joining("", utf8(Forms.read("wordpress.rss")) + "<!-- ", "-->"));
        List<JsonNode> lines = lines(
                send(Tokens.editor(), "application/rss+xml", "", Map.of("Content-Encoding", "gzip"), gzip(large)));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at("/error/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(lines.getFirst().at("/error/message").asText()).contains("4194304");
        assertThat(database.count("article")).isZero();
    }

    /** It would keep one of a few places, and its thread, for as long as it likes. */
    @Test
    void aClientThatReadsNothingIsLetGo() {
        byte[] endless = utf8("[]\n".repeat(1 << 20));
        assertThatThrownBy(() -> {
                    try (Upload upload = new Upload("k-8")) {
                        for (int i = 0; i < 100; i++) {
                            upload.send(endless);
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        await().atMost(Duration.ofSeconds(10)).until(() -> streamsAreFree());
    }

    @Test
    void oneStreamMoreThanThereIsRoomForIsRefused() throws IOException {
        List<Upload> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                uploads.add(new Upload("room-" + i));
                uploads.get(i).send(item(i) + "\n");
                uploads.get(i).readLines(1);
            }
            assertThat(post(item(9)).status()).isEqualTo(429);
        } finally {
            for (Upload upload : uploads) {
                upload.close();
            }
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> post(item(9)).status() == 200);
    }
}
