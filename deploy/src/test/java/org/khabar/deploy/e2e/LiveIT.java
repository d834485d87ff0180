package org.khabar.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.stack.PartStatus;

/** What is imported reaches subscribers, with the fields of both services. */
@Order(4)
@ExtendWith(StackExtension.class)
class LiveIT {
    private static final String PUBLISHED =
            "subscription { articlePublished { id headline outlet { code } blocks { text } mentions { surface } } }";
    private static final String MENTIONED =
            "subscription { entityMentioned(entityId: \"%s\") { mentionCount entity { name(language: \"ar\") { text } } "
                    + "article { headline outlet { code } mentions { surface } } } }";
    private static final String EGYPT = "{ entities(search: \"مصر\", first: 1) { nodes { id } } }";

    @TempDir
    Path folder;

    private final RunningStack stack;
    private int pages;

    LiveIT(RunningStack stack) {
        this.stack = stack;
    }

    @AfterEach
    void repair() {
        stack.startMissingParts();
    }

    private String importPage() throws IOException {
        String headline = "خبر عاجل رقم " + ++pages + " من القاهرة " + System.nanoTime();
        Path page = folder.resolve("page-" + pages + ".txt");
        Files.writeString(page, headline + """


                12 مارس 2024 10:15

                هسبريس - متابعة

                قالت مصر إن المفاوضات رقم %d ما زالت مستمرة في القاهرة.
                """.formatted(pages));
        assertThat(stack.importPages(List.of(page))).noneMatch(outcome -> outcome.isFailure());
        return headline;
    }

    /** There is no telling when a service begins to listen, so pages are imported until one comes through. */
    private void importUntilHeard(LiveSubscription... subscriptions) {
        await().atMost(TaggedArticles.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    importPage();
                    return List.of(subscriptions).stream()
                            .noneMatch(subscription -> subscription.events().isEmpty());
                });
    }

    private static JsonNode awaitEvent(LiveSubscription subscription, String place, String headline) {
        return await().atMost(TaggedArticles.PATIENCE)
                .until(
                        () -> subscription.events().stream()
                                .map(event -> event.path("data").path(place))
                                .filter(event -> event.toString().contains(headline))
                                .findFirst()
                                .orElse(null),
                        event -> event != null);
    }

    @Test
    void anImportReachesBothSubscriptionsWithTheFieldsOfBothServices() throws Exception {
        String egypt =
                stack.ask("reader", EGYPT).data().at("/entities/nodes/0/id").asText();
        try (LiveSubscription published = LiveSubscription.open(stack, "reader", PUBLISHED);
                LiveSubscription mentioned = LiveSubscription.open(stack, "reader", MENTIONED.formatted(egypt))) {
            importUntilHeard(published, mentioned);
            String headline = importPage();

            JsonNode article = awaitEvent(published, "articlePublished", headline);
            assertThat(article.at("/outlet/code").asText()).isEqualTo("hespress");
            assertThat(article.at("/blocks/0/text").asText()).contains("مصر");
            assertThat(article.path("mentions").isArray()).isTrue();
            JsonNode event = awaitEvent(mentioned, "entityMentioned", headline);
            assertThat(event.at("/entity/name/text").asText()).isEqualTo("مصر");
            assertThat(event.at("/article/outlet/code").asText()).isEqualTo("hespress");
            assertThat(event.at("/article/mentions").findValuesAsText("surface"))
                    .contains("مصر");
        }
    }

    @Test
    void aRestartOfAServiceDoesNotLoseTheSubscription() throws Exception {
        try (LiveSubscription published = LiveSubscription.open(stack, "reader", PUBLISHED)) {
            importUntilHeard(published);
            stack.kill(Part.ARTICLES);
            await().until(() -> stack.status(Part.ARTICLES).state() == PartStatus.State.DOWN);
            stack.startMissingParts();
            int before = published.events().size();
            await().atMost(TaggedArticles.PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        importPage();
                        return published.events().size() > before;
                    });
            assertThat(published.isOver()).isFalse();
        }
    }
}
