package org.khabar.article.importing.page;

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
import org.khabar.article.importing.draft.DraftExtras;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * Every page in {@code pages} gives the draft in the JSON file beside it. Run with {@code -Dfixtures.update=true} to
 * write the files anew, and read the difference.
 */
class PageFixturesTest {

    private static final Path PAGES = Path.of("src/test/resources/pages");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    static {
        JSON.configOverride(DraftExtras.class).setIsIgnoredType(true); // the text of a page says nothing else
    }

    private final PageTextParser parser = new PageTextParser(new TestOutlets(), TestOutlets.MAX_LINES);

    static Stream<Path> pages() throws IOException {
        return Files.list(PAGES)
                .filter(file -> file.toString().endsWith(".txt"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageGivesItsDraft(Path page) throws IOException, UnreadablePage {
        ArticleDraft draft = parser.parse(PageDecoder.decode(Files.readAllBytes(page)), TestOutlets.context());
        Path expectation = PAGES.resolve(page.getFileName().toString().replace(".txt", ".json"));
        JsonNode actual = JSON.valueToTree(draft);
        if (Boolean.getBoolean("fixtures.update")) {
            Files.writeString(expectation, JSON.writeValueAsString(actual) + "\n");
        }
        assertThat(actual.toPrettyString())
                .isEqualTo(JSON.readTree(expectation.toFile()).toPrettyString());
    }
}
