package org.khabar.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khabar.deploy.client.GraphqlAnswer;

/**
 * Asks each of {@code queries/*.graphql} through the gateway, as the user that its first line names, and compares with
 * {@code expectations/*.json}. Run with {@code -Dkhabar.write.expectations=true} to write the answers down instead, and
 * read the difference before it is committed.
 */
@Order(1)
@ExtendWith(StackExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class GoldenQueriesIT {
    private static final Path QUERIES = Path.of("src/test/resources/queries");
    private static final Path EXPECTATIONS = Path.of("src/test/resources/expectations");
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningStack stack;

    GoldenQueriesIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void givenTheSamplesAreImportedAndTagged() {
        assertThat(stack.importPages(SamplePages.list())).noneMatch(outcome -> outcome.isFailure());
        TaggedArticles articles = new TaggedArticles(stack);
        await().atMost(TaggedArticles.PATIENCE).until(() -> articles.countTagged() >= SamplePages.countArticles());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void theAnswerIsTheExpectedOne(String name) throws IOException {
        String query = Files.readString(QUERIES.resolve(name + ".graphql"));
        GraphqlAnswer answer = stack.ask(user(query), query);
        Path expectation = EXPECTATIONS.resolve(name + ".json");
        if (Boolean.getBoolean("khabar.write.expectations")) {
            Files.writeString(expectation, pretty(answer.body()) + "\n");
        }

        assertThat(pretty(answer.body())).isEqualTo(pretty(JSON.readTree(Files.readString(expectation))));
    }

    static Stream<String> queries() {
        try (Stream<Path> files = Files.list(QUERIES)) {
            return files.map(file -> file.getFileName().toString().replace(".graphql", "")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String user(String query) {
        return query.lines().findFirst().orElseThrow().replace("# as ", "").strip();
    }

    private static String pretty(JsonNode node) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
