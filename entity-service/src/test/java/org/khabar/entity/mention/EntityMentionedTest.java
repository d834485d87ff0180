package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.EventSocket;
import org.khabar.entity.testing.Feed;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class EntityMentionedTest {

    @Inject
    Database database;

    private String query() {
        return """
                subscription { entityMentioned(entityId: "%s") {
                  entity { id name(language: "ar") { text } }
                  article { id entities(first: 5) { edges { salience } } mentions { surface } }
                  mentionCount salience } }
                """.formatted(egypt());
    }

    private String egypt() {
        return database.list("select entity_id from entity_alias where text = 'مصر' and type = 'NAME' limit 1")
                .getFirst();
    }

    /** A subscription that has had its first event, so that it surely listens. */
    private EventSocket listening() {
        return listening(query());
    }

    private EventSocket listening(String query) {
        EventSocket socket = EventSocket.subscribe(Tokens.reader(), query);
        JsonNode first = null;
        for (int attempt = 0; attempt < 100 && first == null; attempt++) {
            Feed.appendEvent(published(UUID.randomUUID(), 1, "قالت مصر"));
            first = socket.poll(300);
        }
        assertThat(first).isNotNull();
        JsonNode more = first;
        while (more != null) {
            more = socket.poll(1_000);
        }
        return socket;
    }

    private static String published(UUID article, int version, String text) {
        return """
                {"specversion":"1.0","type":"org.khabar.article.published.v1","subject":"%1$s","time":"%4$s",
                 "data":{"id":"%1$s","version":%2$d,"language":"ar","headline":"عنوان","publishedAt":"2025-03-05T18:10:00Z",
                  "blocks":[{"kind":"PARAGRAPH","text":"%3$s"}]}}
                """.formatted(article, version, text, Instant.now());
    }

    private static JsonNode next(EventSocket socket) {
        return Objects.requireNonNull(socket.poll(15_000));
    }

    @Test
    void articlesComeAsTheyMentionTheEntity() {
        try (EventSocket socket = listening()) {
            for (int i = 0; i < 3; i++) {
                UUID article = UUID.randomUUID();
                Feed.appendEvent(published(article, 1, "قالت حماس إن مصر ومصر"));
                JsonNode event = next(socket);
                assertThat(event.has("errors")).as(event.toString()).isFalse();
                JsonNode mentioned = event.at("/data/entityMentioned");
                assertThat(mentioned.at("/entity/id").asText()).isEqualTo(egypt());
                assertThat(mentioned.at("/entity/name/text").asText()).isEqualTo("مصر");
                assertThat(mentioned.at("/article/id").asText()).isEqualTo(article.toString());
                assertThat(mentioned.at("/article/mentions")).hasSize(3);
                assertThat(mentioned.at("/article/entities/edges")).hasSize(2);
                assertThat(mentioned.at("/mentionCount").asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void aRevisionThatMentionsItStillIsNoNews() {
        try (EventSocket socket = listening()) {
            UUID article = UUID.randomUUID();
            Feed.appendEvent(published(article, 1, "زار قطر"));
            Feed.appendEvent(published(article, 2, "زار قطر ثم مصر"));
            assertThat(next(socket).at("/data/entityMentioned/article/id").asText())
                    .isEqualTo(article.toString());
            Feed.awaitHandled(Feed.appendEvent(published(article, 3, "زار مصر ثم قطر")));
            assertThat(socket.poll(1_000)).isNull();
        }
    }

    @Test
    void whatAnotherReplicaStoresComesToo() {
        try (EventSocket socket = listening()) {
            UUID article = UUID.randomUUID();
            database.execute(
                    "insert into mention_event (article_id, entity_id, mention_count, salience) values ('%s', '%s', 7, 1)"
                            .formatted(article, egypt()));
            JsonNode mentioned = next(socket).at("/data/entityMentioned");
            assertThat(mentioned.at("/article/id").asText()).isEqualTo(article.toString());
            assertThat(mentioned.at("/mentionCount").asInt()).isEqualTo(7);
        }
    }

    @Test
    void theBudgetIsThatOfOneEvent() {
        String lists = IntStream.range(0, 60)
                .mapToObj(i -> "m%d: mentions { surface }".formatted(i))
                .collect(Collectors.joining(" "));
        try (EventSocket socket = listening(query().replace("mentions { surface }", lists))) {
            String text = "مصر ".repeat(100);
            for (int i = 0; i < 4; i++) {
                Feed.appendEvent(published(UUID.randomUUID(), 1, text));
                JsonNode event = next(socket);
                assertThat(event.has("errors")).as(event.toString()).isFalse();
                assertThat(event.at("/data/entityMentioned/article/m59")).hasSize(100);
            }
        }
    }

    @Test
    void onlySoManyEventsAreKept() {
        for (int i = 0; i < 60; i++) {
            Feed.appendEvent(published(UUID.randomUUID(), 1, "قالت حماس"));
        }
        Feed.awaitHandled(Feed.appendEvent(published(UUID.randomUUID(), 1, "قالت حماس")));
        assertThat(database.list("select count(*) from mention_event").getFirst())
                .isEqualTo("50");
    }

    @Test
    void anEntityThatThereIsNotIsAnError() {
        String query = query().replace(egypt(), UUID.randomUUID().toString());
        try (EventSocket socket = EventSocket.subscribe(Tokens.reader(), query)) {
            assertThat(next(socket).toString())
                    .contains("\"code\":\"NOT_FOUND\"")
                    .doesNotContain("exception");
        }
    }

    @Test
    void whoHasNoRoleGetsNothing() {
        try (EventSocket socket = EventSocket.subscribe(Tokens.of("nobody"), query())) {
            assertThat(next(socket).toString()).contains("\"code\":\"FORBIDDEN\"");
        }
    }
}
