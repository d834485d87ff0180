package org.khabar.article.importing.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.khabar.article.importing.bulk.ImportRequests.NDJSON;
import static org.khabar.article.importing.bulk.ImportRequests.item;
import static org.khabar.article.importing.bulk.ImportRequests.items;
import static org.khabar.article.importing.bulk.ImportRequests.lines;
import static org.khabar.article.importing.bulk.ImportRequests.send;
import static org.khabar.article.importing.bulk.ImportRequests.streamsAreFree;
import static org.khabar.article.importing.bulk.ImportRequests.utf8;
import static org.khabar.article.importing.bulk.ImportRequests.withKey;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** A broken stream of items goes on where it came. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ResumedImportTest {

    private final Database database;

    ResumedImportTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
        database.execute("truncate import_run cascade");
    }

    @Test
    void aRecordListsTheFirstFailuresAndCountsAll() {
        assertThat(lines(withKey("k-5", "[]\n".repeat(1005)))
                        .getLast()
                        .path("failed")
                        .asInt())
                .isEqualTo(1005);
        JsonNode record =
                Service.json(Service.as(Tokens.editor()).get("/imports/k-5").asByteArray());
        assertThat(record.path("failed").asInt()).isEqualTo(1005);
        assertThat(record.path("failures")).hasSize(1000);
        assertThat(record.at("/failures/999/line").asInt()).isEqualTo(1000);
    }

    @Test
    void recordsOfLongAgoAreForgotten() {
        lines(withKey("k-6", item(1)));
        database.execute("update import_run set updated_at = updated_at - interval '31 days'");
        lines(withKey("k-7", item(2)));
        assertThat(database.list("select key from import_run")).containsExactly("k-7");
    }

    @Test
    void fromPassesOverWhatStandsBefore() {
        List<JsonNode> lines = lines(send(NDJSON, "?from=3", utf8(items(1, 4))));
        assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(3, 4, 0);
        assertThat(database.count("article")).isEqualTo(2);
    }

    @Test
    void anImportWithAKeyGoesOnWhereItCame() {
        assertThat(lines(withKey("k-1", items(1, 3) + "{\"bad\": 1}\n"))
                        .getLast()
                        .path("created")
                        .asInt())
                .isEqualTo(3);

        List<JsonNode> again = lines(withKey("k-1", items(1, 3) + "{\"bad\": 1}\n" + items(5, 6)));

        assertThat(again).extracting(line -> line.path("line").asInt()).containsExactly(5, 6, 0);
        JsonNode record =
                Service.json(Service.as(Tokens.editor()).get("/imports/k-1").asByteArray());
        assertThat(record.path("lastLine").asInt()).isEqualTo(6);
        assertThat(record.path("created").asInt()).isEqualTo(5);
        assertThat(record.path("failed").asInt()).isOne();
        assertThat(record.at("/failures/0/line").asInt()).isEqualTo(4);
        assertThat(record.at("/failures/0/path").asText()).isEqualTo("$.bad");
        assertThat(record.path("finishedAt").asText()).isNotEmpty();
    }

    @Test
    void aKeyIsItsOwnersAlone() {
        lines(withKey("k-2", items(1, 2)));
        assertThat(Service.as(Tokens.of("other", "editor")).get("/imports/k-2").statusCode())
                .isEqualTo(404);
        assertThat(Service.as(Tokens.reader()).get("/imports/k-2").statusCode()).isEqualTo(403);
    }

    /** What is reported is committed: a client that dies after it finds all of it. */
    @Test
    void resultsComeWhileTheBodyIsStillSent() throws IOException {
        try (Upload upload = new Upload("k-3")) {
            upload.send(items(1, 100));
            List<String> results = upload.readLines(100);
            assertThat(results).allMatch(line -> line.contains("created"));
            assertThat(database.count("article")).isEqualTo(100);
            upload.send(item(101) + "\n");
            assertThat(upload.readLines(1).getFirst()).contains("\"line\":101");
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> streamsAreFree());
        List<JsonNode> rest = lines(withKey("k-3", items(1, 150)));
        assertThat(rest.getFirst().path("line").asInt()).isEqualTo(102);
        assertThat(database.count("article")).isEqualTo(150);
    }

    @Test
    void aRequestThatTakesAKeyOverEndsTheOneBefore() throws IOException {
        try (Upload upload = new Upload("k-4")) {
            upload.send(items(1, 100));
            upload.readLines(100);
            assertThat(lines(withKey("k-4", items(1, 110)))
                            .getLast()
                            .path("created")
                            .asInt())
                    .isEqualTo(10);
            upload.send(items(101, 200));
            String end = upload.readLines(1).getFirst();
            assertThat(end).contains("\"done\":false").contains("CONFLICT");
        }
        assertThat(database.count("article")).isEqualTo(110);
    }
}
