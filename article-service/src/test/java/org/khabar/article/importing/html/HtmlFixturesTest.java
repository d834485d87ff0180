package org.khabar.article.importing.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * Every page in {@code html} gives the draft in the JSON file beside it. Run with {@code -Dfixtures.update=true} to write
 * the files anew, and read the difference.
 */
class HtmlFixturesTest {

    private static final Path PAGES = Path.of("src/test/resources/html");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    static Stream<Path> pages() throws IOException {
        return Files.list(PAGES)
                .filter(file -> file.toString().endsWith(".html"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageGivesItsDraft(Path page) throws IOException, UnreadablePage {
        ArticleDraft draft = TestPages.PARSER.parse(Files.readAllBytes(page), null, TestPages.context());
        Path expectation = PAGES.resolve(page.getFileName().toString().replace(".html", ".json"));
        JsonNode actual = JSON.valueToTree(draft);
        if (Boolean.getBoolean("fixtures.update")) {
            Files.writeString(expectation, JSON.writeValueAsString(actual) + "\n");
        }
        assertThat(actual.toPrettyString())
                .isEqualTo(JSON.readTree(expectation.toFile()).toPrettyString());
    }
}
