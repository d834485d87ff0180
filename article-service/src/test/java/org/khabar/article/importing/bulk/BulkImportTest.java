package org.khabar.article.importing.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.article.importing.bulk.ImportRequests.NDJSON;
import static org.khabar.article.importing.bulk.ImportRequests.item;
import static org.khabar.article.importing.bulk.ImportRequests.items;
import static org.khabar.article.importing.bulk.ImportRequests.lines;
import static org.khabar.article.importing.bulk.ImportRequests.part;
import static org.khabar.article.importing.bulk.ImportRequests.post;
import static org.khabar.article.importing.bulk.ImportRequests.send;
import static org.khabar.article.importing.bulk.ImportRequests.utf8;
import static org.khabar.article.importing.bulk.ImportRequests.withKey;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.importing.bulk.ImportRequests.Answer;
import org.khabar.article.importing.form.Forms;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Many items in one request: each has its line, and none holds up another. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BulkImportTest {

    private final Database database;

    BulkImportTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
        database.execute("truncate import_run cascade");
    }

    @Test
    void eachItemHasItsLine() {
        List<JsonNode> lines = lines(post(item(1) + "\n\n" + item(2).replace("خبر", "نبأ") + "\n" + item(1)));

        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("created", "created", "unchanged", "");
        assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(1, 3, 4, 0);
        assertThat(lines).extracting(line -> line.path("index").asInt()).containsExactly(1, 2, 3, 0);
        assertThat(lines.get(2).get("id")).isEqualTo(lines.get(0).get("id"));
        assertThat(lines.get(0).get("version").asInt()).isOne();
        assertThat(lines.getLast().toString())
                .isEqualTo("{\"done\":true,\"created\":2,\"revised\":0,\"unchanged\":1,\"failed\":0}");
        assertThat(database.count("article")).isEqualTo(2);
    }

    @Test
    void aBadItemFailsAlone() {
        List<JsonNode> lines = lines(post(String.join(
                "\n",
                item(1),
                "{\"headline\": ",
                "{\"headline\": 7}",
                "{\"headline\": \"عنوان بلا نص\"}",
                "{\"headline\": \"عنوان\", \"text\": \"" + "ا".repeat(600_000) + "\"}",
                "{\"headline\": \"عنوان\", \"text\": \"نص\", \"url\": \"javascript:alert(1)\", \"externalId\": \"6\"}",
                item(2))));

        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("created", "failed", "failed", "failed", "failed", "failed", "created", "");
        assertThat(lines.get(2).at("/error/path").asText()).isEqualTo("$.headline");
        assertThat(lines.get(2).at("/error/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(lines.get(4).at("/error/code").asText()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(lines.get(5).at("/error/message").asText()).contains("http");
        assertThat(lines.get(5).at("/externalId").asText()).isEqualTo("6");
        assertThat(database.count("article")).isEqualTo(2);
    }

    /** An index entry of PostgreSQL holds some 2,700 bytes; the letters of this URL take 12,000. */
    @Test
    void anItemThatTheDatabaseRefusesFailsAlone() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            letters.appendCodePoint(0x4E00 + (i * 7919) % 20_000);
        }
        String refused =
                "{\"headline\": \"عنوان\", \"text\": \"نص\", \"url\": \"https://example.org/" + letters + "\"}";
        List<JsonNode> lines = lines(post(item(1) + "\n" + refused + "\n" + item(2)));

        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("created", "failed", "created", "");
        assertThat(lines.get(1).at("/error/message").asText()).contains("database");
        assertThat(database.list("select last_id from feed_head")).containsExactly("2");
    }

    @Test
    void partsOfAMultipartBodyAreEachInTheirForm() {
        String boundary = "=_khabar";
        String body = part(boundary, "text/plain; charset=utf-8", Pages.numbered(1))
                + part(boundary, "application/json", utf8(Forms.read("ninjs-3.json")))
                + part(boundary, "application/rss+xml", utf8(Forms.read("wordpress.rss")))
                + part(boundary, "image/png", "x")
                + "--" + boundary + "--\r\n";
        for (String type : List.of("multipart/mixed", "multipart/form-data")) {
            database.reset();
            List<JsonNode> lines = lines(send(type + "; boundary=\"" + boundary + "\"", "", utf8(body)));
            assertThat(lines)
                    .extracting(line -> line.path("status").asText())
                    .as(type)
                    .containsExactly("created", "created", "created", "created", "failed", "failed", "");
            assertThat(lines.get(5).at("/error/message").asText()).contains("image/png");
        }
    }

    /** As when they come one by one. */
    @Test
    void mediaOfPagesAndFeedsAreKept() throws IOException {
        String html = Files.readString(Path.of("src/test/resources/html/ar-egypt-open-graph.html"));
        String boundary = "=_khabar";
        String body = part(boundary, "text/html; charset=utf-8", html)
                + part(boundary, "application/rss+xml", utf8(Forms.read("media.rss")))
                + "--" + boundary + "--\r\n";
        lines(send("multipart/mixed; boundary=\"" + boundary + "\"", "", utf8(body)));
        assertThat(database.list("select jsonb_array_length(media) > 0 from article"))
                .containsExactly("t", "t");
        assertThat(database.list("select array_to_string(subjects, ',') from article order by id"))
                .containsExactly("", "medtop:01000000");
    }

    @Test
    void aFeedIsItsItems() {
        List<JsonNode> lines = lines(send("application/rss+xml", "", Forms.read("wordpress.rss")));
        assertThat(lines)
                .extracting(line -> line.path("status").asText())
                .containsExactly("created", "created", "failed", "");
        assertThat(lines.get(1).path("warnings").toString()).contains("SUMMARY_ONLY");
        assertThat(database.list("select distinct code from article join outlet o on o.id = outlet_id"))
                .containsExactly("hespress");
    }

    @Test
    void oneJsonObjectIsAnsweredLikeAPage() {
        Answer created = send("application/json", "", Forms.read("ninjs-1.json"));
        assertThat(created.status()).isEqualTo(201);
        JsonNode answer = Service.json(created.body());
        assertThat(answer.path("status").asText()).isEqualTo("created");
        assertThat(answer.path("provenance").findValuesAsText("source")).contains("FORM");
        assertThat(send("application/json", "", Forms.read("ninjs-1.json")).status())
                .isEqualTo(200);
        Answer refused = send("application/json", "", utf8("{\"uri\": \"u\", \"type\": \"audio\"}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(Service.json(refused.body()).at("/error/message").asText()).contains("$.type");
    }

    @Test
    void failuresAloneAreAnsweredWhenTheyAreAskedFor() {
        List<JsonNode> lines = lines(send(NDJSON, "?results=failed", utf8(items(1, 5) + "[]\n")));
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().path("line").asInt()).isEqualTo(6);
        assertThat(lines.getLast().path("created").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=0", "from=x", "results=some", "outlet=nowhere", "language=%D8%B9"})
    void argumentsThatMakeNoSenseAreRefusedBeforeAnythingIsStored(String query) {
        assertThat(send(NDJSON, "?" + query, utf8(item(1))).status()).isEqualTo(400);
        assertThat(database.count("article")).isZero();
    }

    @Test
    void headersThatMakeNoSenseAreRefusedBeforeAnythingIsStored() {
        assertThat(withKey("a key", item(1)).status()).isEqualTo(400);
        assertThat(withKey("k".repeat(201), item(1)).status()).isEqualTo(400);
        Answer other = send(Tokens.editor(), NDJSON, "", Map.of("Content-Encoding", "br"), utf8(item(1)));
        assertThat(other.status()).isEqualTo(415);
        assertThat(send("multipart/mixed", "", utf8("x")).status()).isEqualTo(400);
        assertThat(database.count("article")).isZero();
    }

    @Test
    void readersImportNothing() {
        assertThat(send(Tokens.reader(), NDJSON, "", Map.of(), utf8(item(1))).status())
                .isEqualTo(403);
        assertThat(database.count("article")).isZero();
    }
}
