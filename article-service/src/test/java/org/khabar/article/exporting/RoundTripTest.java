package org.khabar.article.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** What one archive gives out makes the same articles in another. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RoundTripTest {

    private static final Path ARTICLES = Path.of("src/test/resources/exporting/rich.ndjson");
    /** What each archive gives itself. */
    private static final Set<String> OWN = Set.of("cursor", "externalId", "version", "updatedAt");

    private final Database database;

    RoundTripTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() throws IOException {
        database.reset();
        assertThat(done(Files.readString(ARTICLES)).path("failed").asInt()).isZero();
    }

    @Test
    void anExportMakesTheSameArchive() {
        List<JsonNode> before = export();
        assertThat(before).hasSize(5);
        assertThat(before.getFirst().toString()).isEqualTo(firstArticle());
        String lines = exported();
        database.reset();

        assertThat(done(lines).path("created").asInt()).isEqualTo(before.size());
        assertThat(export()).isEqualTo(before);
    }

    @Test
    void articlesAsNinjsMakeTheSameArchive() {
        List<JsonNode> before = export();
        String lines = database.list("select id from article order by id").stream()
                .map(id -> new String(
                        Service.as(Tokens.reader())
                                .get("/articles/" + id + "/ninjs")
                                .asByteArray(),
                        StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        database.reset();

        assertThat(done(lines).path("created").asInt()).isEqualTo(before.size());
        assertThat(undated(export())).isEqualTo(undated(before));
    }

    /** What readers are told of corrections is all there, with its times. */
    @Test
    void correctionsAreTheSameForReaders() {
        String corrections = "{ articles(filter: {languages: [\"ar\"]}) { nodes { corrections { note time } } } }";
        JsonNode before = Service.graphql(Tokens.reader(), corrections);
        assertThat(before.findValuesAsText("note")).containsExactly("صحح اسم الوزير.", "صحح عدد السدود: 12 لا 21.");
        assertThat(before.findValuesAsText("time")).containsExactly("2024-03-09T20:00:00Z", "2024-03-10T07:15:00Z");
        String lines = exported();
        database.reset();
        done(lines);
        assertThat(Service.graphql(Tokens.reader(), corrections)).isEqualTo(before);
    }

    /** Followers of the feed have as much. */
    @Test
    void eventsCarryTheWholeArticle() {
        JsonNode first = Service.feed("", 0).get(0).get("data");
        JsonNode exported = export().getFirst();
        for (String member : List.of(
                "headline", "byline", "credit", "kind", "language", "outlet", "url", "publishedAt", "subjects")) {
            assertThat(first.get(member)).as(member).isEqualTo(exported.get(member));
        }
        assertThat(first.at("/media/0/caption")).isEqualTo(exported.at("/media/0/caption"));
        assertThat(first.at("/media/0/renditions/1/width").asInt()).isEqualTo(320);
        assertThat(Service.feed("", 0).findValuesAsText("correctionNote")).contains("صحح عدد السدود: 12 لا 21.");
        assertThat(database.list("select public_note from revision where public_note is not null"))
                .containsExactly("صحح عدد السدود: 12 لا 21.");
    }

    @Test
    void importedAgainNothingChanges() {
        assertThat(done(exported()).path("unchanged").asInt()).isEqualTo(5);
        assertThat(database.count("revision")).isEqualTo(5);
    }

    /** Ninjs has no place for the times of corrections. */
    private static List<JsonNode> undated(List<JsonNode> articles) {
        articles.forEach(
                article -> article.path("corrections").forEach(correction -> ((ObjectNode) correction).remove("time")));
        return articles;
    }

    private static String firstArticle() {
        try (var lines = Files.lines(ARTICLES)) {
            return Service.json(lines.findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8))
                    .toString();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static JsonNode done(String lines) {
        String answer = new String(
                Service.as(Tokens.editor())
                        .contentType("application/x-ndjson")
                        .body(lines.getBytes(StandardCharsets.UTF_8))
                        .post("/imports")
                        .asByteArray(),
                StandardCharsets.UTF_8);
        List<String> all = answer.lines().toList();
        JsonNode end = Service.json(all.getLast().getBytes(StandardCharsets.UTF_8));
        assertThat(end.path("failed").asInt()).as(answer).isZero();
        return end;
    }

    private static String exported() {
        return new String(
                Service.as(Tokens.of("partner", "partner"))
                        .get("/exports/articles")
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    private static List<JsonNode> export() {
        List<JsonNode> articles = new ArrayList<>();
        exported().lines().forEach(line -> {
            ObjectNode article = (ObjectNode) Service.json(line.getBytes(StandardCharsets.UTF_8));
            articles.add(article.without(OWN));
        });
        return articles;
    }
}
