package org.khabar.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.khabar.deploy.client.GraphqlAnswer;
import org.khabar.deploy.installation.Part;

/** Embargoes end once each, though the service is killed while they do. */
@Order(5)
@ExtendWith(StackExtension.class)
class EmbargoIT {
    private static final int ARTICLES = 60;
    private static final String COUNT = "{ articles(filter: {languages: [\"ar-MA\"]}) { totalCount } }";
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningStack stack;

    EmbargoIT(RunningStack stack) {
        this.stack = stack;
    }

    @AfterEach
    void repair() {
        stack.startMissingParts();
    }

    @Test
    void everyArticleIsPublishedOnceThoughTheServiceIsKilledWhileEmbargoesEnd() throws Exception {
        long before = lastEvent();
        Instant end = Instant.now().plusSeconds(20);
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < ARTICLES; number++) {
            ids.add(schedule(number, end));
        }
        assertThat(published()).isZero();

        await().atMost(TaggedArticles.PATIENCE).until(() -> published() > 0);
        stack.kill(Part.ARTICLES);
        stack.startMissingParts();

        await().atMost(TaggedArticles.PATIENCE).ignoreExceptions().until(() -> published() == ARTICLES);
        Map<String, Integer> events = new TreeMap<>();
        long last = before;
        for (JsonNode event : eventsAfter(before)) {
            assertThat(event.path("id").asLong()).isEqualTo(++last);
            assertThat(event.path("type").asText()).isEqualTo("org.khabar.article.published.v1");
            events.merge(event.path("subject").asText(), 1, Integer::sum);
        }
        assertThat(events.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(events.values()).containsOnly(1);
    }

    /** In a language of their own, by which they are counted. */
    private String schedule(int number, Instant end) {
        GraphqlAnswer draft = stack.ask("editor", """
                mutation { createArticle(input: {headline: "خبر مؤجل رقم %1$d", language: "ar-MA", outlet: "hespress",
                  blocks: [{text: "نص الخبر رقم %1$d الذي ينشر عند نهاية الحظر."}]}) { id } }
                """.formatted(number));
        String id = draft.data().at("/createArticle/id").asText();
        GraphqlAnswer scheduled = stack.ask(
                "editor",
                "mutation { scheduleArticle(id: \"%s\", version: 1, embargoUntil: \"%s\") { status } }"
                        .formatted(id, end));
        assertThat(scheduled.data().at("/scheduleArticle/status").asText())
                .as(scheduled.body().toString())
                .isEqualTo("SCHEDULED");
        return id;
    }

    private int published() {
        return stack.ask("reader", COUNT).data().at("/articles/totalCount").asInt();
    }

    private long lastEvent() throws IOException, InterruptedException {
        List<JsonNode> all = eventsAfter(0);
        return all.isEmpty() ? 0 : all.getLast().path("id").asLong();
    }

    private List<JsonNode> eventsAfter(long position) throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        JsonNode batch = batchAfter(position);
        while (!batch.isEmpty()) {
            batch.forEach(events::add);
            batch = batchAfter(events.getLast().path("id").asLong());
        }
        return events;
    }

    private JsonNode batchAfter(long position) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.ports().url(Part.ARTICLES) + "/feed/articles?lastEventId=" + position))
                .header("Authorization", "Bearer " + stack.token("partner"))
                .build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body());
    }
}
