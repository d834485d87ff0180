package org.khabar.article.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Editor;
import org.khabar.article.testing.Editor.Made;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/**
 * Every mutation of the newsroom, done and refused, gives the answer beside it in {@code src/test/resources/newsroom},
 * once there is an article in each state. Ids and times are masked. Run with {@code -Dfixtures.update=true} to write the
 * answers anew.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NewsroomGoldenTest {

    private static final Path QUERIES = Path.of("src/test/resources/newsroom");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Editor EDITOR = Editor.named();

    private final Database database;
    private final Map<String, String> variables = new HashMap<>();

    NewsroomGoldenTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void anArticleInEachState() {
        database.reset();
        keep("draft", EDITOR.draft("مسودة عن الدخول المدرسي", "نص المسودة."));
        keep("scheduled", EDITOR.scheduled("نتائج الباكالوريا", 7_200));
        keep(
                "published",
                EDITOR.published(
                        "المجلس يصادق على مشروع القانون",
                        "صادق مجلس النواب، أمس، على مشروع القانون.",
                        "وصوت لصالحه 221 نائبا."));
        Made published = EDITOR.published("حصيلة حوادث السير", "سجلت المصالح 15 حادثة.");
        keep(
                "corrected",
                Editor.made(EDITOR.correct(
                        published, Map.of("blocks", Editor.blocks("سجلت المصالح 51 حادثة.")), "العدد 51 وليس 15.")));
        Made other = EDITOR.published("خبر سحب", "نص الخبر.");
        keep("withdrawn", Editor.made(EDITOR.withdraw(other, "نشر بالخطأ")));
        variables.put("tomorrow", Instant.now().plusSeconds(24 * 3_600).toString());
    }

    private void keep(String name, Made article) {
        variables.put(name, article.id());
    }

    static Stream<Path> queries() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(QUERIES)) {
            files = found.filter(file -> file.toString().endsWith(".graphql"))
                    .sorted()
                    .toList();
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void mutationGivesItsAnswer(Path query) throws IOException {
        String document = Files.readString(query);
        String token = document.startsWith("# as editor") ? Tokens.editor() : Tokens.reader();
        String answer = masked(Service.graphql(token, document, variables));
        Path expectation = QUERIES.resolve(query.getFileName().toString().replace(".graphql", ".json"));
        if (Boolean.getBoolean("fixtures.update")) {
            Files.writeString(expectation, answer + "\n");
        }
        assertThat(answer).isEqualTo(Files.readString(expectation).strip());
    }

    private static String masked(JsonNode answer) throws IOException {
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
        return text.replaceAll("(\"embargoUntil\" : )\"[^\"]+\"", "$1\"<time>\"")
                .replaceAll("(\"field\" : \"publishedAt\",\\s+\"(?:before|after)\" : )\"[^\"]+\"", "$1\"<time>\"")
                .replaceAll(
                        "(\"field\" : \"publishedAt\",\\s+\"before\" : \"<time>\",\\s+\"after\" : )\"[^\"]+\"",
                        "$1\"<time>\"")
                .replaceAll("\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}\"", "\"<id>\"");
    }
}
