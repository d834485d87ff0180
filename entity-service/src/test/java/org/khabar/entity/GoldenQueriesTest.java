package org.khabar.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Feed;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.ServiceResource;

/**
 * Queries in, answers out. In a query {@code ${curated:hamas}} stands for the id of the entity with that key. A run with
 * {@code -Dkhabar.write.expectations=true} writes the answers down, to be read before they are committed.
 */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class GoldenQueriesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern KEY = Pattern.compile("\\$\\{([^}]+)}");
    private static final boolean WRITE = Boolean.getBoolean("khabar.write.expectations");
    private static boolean fed;

    @Inject
    Database database;

    @BeforeEach
    void feedArticles() {
        if (fed) {
            return;
        }
        Feed.append("articles/summit.json");
        Feed.append("articles/port.json");
        Feed.awaitHandled(Feed.append("articles/quiet.json"));
        fed = true;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entity",
                "entity-names",
                "entity-unknown",
                "entities-exact-first",
                "entities-of-types",
                "entities-spelling",
                "entities-nothing",
                "article-mentions",
                "article-mentions-filtered",
                "article-entities",
                "article-unknown",
                "entity-articles",
                "there-and-back",
                "resolve-entities",
                "annotate",
                "annotate-french",
                "suggest",
                "annotate-why",
                "article-mentions-why"
            })
    void answers(String name) throws IOException {
        String query = KEY.matcher(resource("queries/" + name + ".graphql"))
                .replaceAll(match -> database.entity(match.group(1)));
        String answer = JSON.readTree(Graphql.ask(query, Map.of()).prettify()).toPrettyString();
        if (WRITE) {
            Files.writeString(Path.of("src/test/resources/expectations", name + ".json"), answer + '\n');
        }

        assertThat(answer)
                .isEqualTo(JSON.readTree(resource("expectations/" + name + ".json"))
                        .toPrettyString());
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = GoldenQueriesTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
