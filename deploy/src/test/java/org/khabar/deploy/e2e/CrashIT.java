package org.khabar.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.khabar.deploy.client.GraphqlAnswer;
import org.khabar.deploy.importing.PageOutcome;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.stack.PartStatus;

@Order(3)
@ExtendWith(StackExtension.class)
class CrashIT {
    private static final int COPIES = 8;
    private static final String BOTH_SERVICES = "{ articles(first: 1) { nodes { headline mentions { surface } } } }";

    @TempDir
    Path folder;

    private final RunningStack stack;
    private final TaggedArticles articles;

    CrashIT(RunningStack stack) {
        this.stack = stack;
        this.articles = new TaggedArticles(stack);
    }

    @AfterEach
    void repair() {
        stack.startMissingParts();
    }

    @Test
    void everyMentionIsThereOnceThoughEntityServiceCrashesDuringAnImport() throws Exception {
        stack.importPages(SamplePages.list());
        int originals = SamplePages.countArticles();
        await().atMost(TaggedArticles.PATIENCE).until(() -> articles.countTagged() >= originals);
        Map<String, JsonNode> before = articles.list();
        List<Path> copies = writeCopies();

        CompletableFuture<List<PageOutcome>> importing = CompletableFuture.supplyAsync(() -> stack.importPages(copies));
        await().atMost(TaggedArticles.PATIENCE).until(() -> articles.countTagged() > originals + copies.size() / 8);
        stack.kill(Part.ENTITIES);
        assertThat(importing.join()).hasSize(copies.size()).allMatch(outcome -> !outcome.isFailure());
        stack.startMissingParts();

        await().atMost(TaggedArticles.PATIENCE).until(() -> copiesTagged() == copies.size());
        articles.list().forEach((headline, article) -> {
            assertThat(TaggedArticles.wrongOffsets(article)).as(headline).isEmpty();
            assertThat(TaggedArticles.mentions(article)).as(headline).doesNotHaveDuplicates();
            JsonNode original = before.get(originalOf(headline));
            assertThat(TaggedArticles.mentions(article)).as(headline).isEqualTo(TaggedArticles.mentions(original));
        });
    }

    @Test
    void withoutEntityServiceTheRestAnswersAndStatusNamesIt() {
        stack.importPages(SamplePages.list());
        stack.kill(Part.ENTITIES);
        await().until(() -> stack.status(Part.ENTITIES).state() == PartStatus.State.DOWN);

        GraphqlAnswer answer = stack.ask("reader", BOTH_SERVICES);
        assertThat(answer.body().path("errors").findValuesAsText("code")).contains("SUBGRAPH_UNAVAILABLE");
        assertThat(answer.data().at("/articles/nodes/0/headline").asText()).isNotBlank();
        GraphqlAnswer articleOnly = stack.ask("reader", "{ articles(first: 1) { nodes { headline } } }");
        assertThat(articleOnly.hasErrors()).isFalse();
        assertThat(articleOnly.data().at("/articles/nodes/0/headline").asText()).isNotBlank();
        assertThat(stack.status(Part.GATEWAY).isUp()).isTrue();
        assertThat(stack.status(Part.ARTICLES).isUp()).isTrue();
        assertThat(stack.status(Part.ENTITIES).detail()).startsWith("died");
    }

    @Test
    void withoutArticleServiceEntitiesAreStillServed() {
        stack.kill(Part.ARTICLES);
        await().until(() -> stack.status(Part.ARTICLES).state() == PartStatus.State.DOWN);

        GraphqlAnswer answer = stack.ask(
                "reader", "{ entities(search: \"UNESCO\", first: 1) { nodes { name(language: \"en\") { text } } } }");
        assertThat(answer.hasErrors()).as(answer.body().toString()).isFalse();
        assertThat(answer.data().at("/entities/nodes/0/name/text").asText()).isEqualTo("UNESCO");
    }

    @Test
    void withoutKeycloakTokensThatAreKnownStillOpenTheDoor() {
        stack.token("reader");
        stack.kill(Part.KEYCLOAK);
        await().until(() -> stack.status(Part.KEYCLOAK).state() == PartStatus.State.DOWN);

        assertThat(stack.ask("reader", BOTH_SERVICES).hasErrors()).isFalse();
    }

    private long copiesTagged() {
        return articles.list().entrySet().stream()
                .filter(article -> !article.getKey().equals(originalOf(article.getKey())))
                .filter(article -> !article.getValue().path("mentions").isEmpty())
                .count();
    }

    /** Every sample of text several times over, each time as another article: with another headline and of another year. */
    private List<Path> writeCopies() throws IOException {
        List<Path> copies = new ArrayList<>();
        for (int number = 1; number <= COPIES; number++) {
            for (Path sample : SamplePages.listTexts()) {
                String page = Files.readString(sample)
                        .replaceFirst("\n", " #" + number + "\n")
                        .replaceFirst("202[45]", Integer.toString(2010 + number));
                copies.add(Files.writeString(folder.resolve(number + "-" + sample.getFileName()), page));
            }
        }
        return copies;
    }

    private static String originalOf(String headline) {
        return headline.replaceFirst(" #\\d+$", "");
    }
}
