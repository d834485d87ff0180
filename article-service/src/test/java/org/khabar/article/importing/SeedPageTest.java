package org.khabar.article.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Pages as they were scraped, which lie beside the repository where it is developed and nowhere else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SeedPageTest {

    private static final Path SEED = Path.of("../../shared/data/seed");

    private final Database database;

    SeedPageTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void scrapedPageOfHowiyapress() throws IOException {
        assumeTrue(Files.isDirectory(SEED), "no scraped pages at " + SEED.toAbsolutePath());
        try (Stream<Path> pages = Files.list(SEED)) {
            Path page = pages.filter(file -> file.getFileName().toString().startsWith("000_"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Service.importBytes(Files.readAllBytes(page), Map.of()).statusCode())
                    .isEqualTo(201);
            assertThat(Service.importBytes(Files.readAllBytes(page), Map.of()).statusCode())
                    .isEqualTo(200);
        }
        JsonNode article = Service.graphql(
                        Tokens.reader(),
                        "{ articles { nodes { publishedAt byline credit language outlet { code } blocks { kind text } } } }")
                .at("/data/articles/nodes/0");

        assertThat(article.get("publishedAt").asText()).isEqualTo("2025-03-05T18:10:00Z");
        assertThat(article.get("byline").asText()).isEqualTo("هوية بريس");
        assertThat(article.get("credit").asText()).isEqualTo("متابعات");
        assertThat(article.get("language").asText()).isEqualTo("ar");
        assertThat(article.at("/outlet/code").asText()).isEqualTo("howiyapress");
        List<String> kinds = new ArrayList<>();
        article.get("blocks")
                .forEach(block -> kinds.add(block.get("kind").asText().substring(0, 1)));
        assertThat(String.join("", kinds)).isEqualTo("PPHPPHPHPPHPP");
        assertThat(article.get("blocks").toString()).doesNotContain("•", "كاريكاتير", "حالة الطقس", "°");
    }
}
