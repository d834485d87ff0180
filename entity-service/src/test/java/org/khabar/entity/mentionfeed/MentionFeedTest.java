package org.khabar.entity.mentionfeed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Feed;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class MentionFeedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WRITERS = 8;
    private static final int PER_WRITER = 25;

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    @Inject
    MentionFeedRepository repository;

    @Inject
    MentionFeedConfig config;

    @Inject
    MentionFeedLog log;

    private final UUID article = UUID.randomUUID();

    @Test
    void eventsAreCloudEventsWithTheEntitiesInside() {
        long before = head();
        Feed.awaitHandled(Feed.appendEvent(published(3, "قالت وحماس إن مصر ثم مصر")));

        JsonNode event = follow(before, 0).get(0);
        assertThat(masked(event))
                .isEqualTo(resource("expectations/mention-feed-event.json")
                        .replace("HAMAS", database.entity("curated:hamas"))
                        .replace("EGYPT", database.entity("cldr:territory/EG"))
                        .replace("ARTICLE", article.toString()));
        assertThat(event.get("id").asLong()).isEqualTo(before + 1);
        assertThat(Instant.parse(event.get("time").asText()))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(request(Tokens.of("articles", "service"), before, 0).contentType())
                .isEqualTo("application/cloudevents-batch+json");
    }

    @Test
    void anArticleThatLosesAllEntitiesHasAnEmptyList() {
        Feed.awaitHandled(Feed.appendEvent(published(1, "قالت حماس")));
        long before = head();
        Feed.awaitHandled(Feed.appendEvent(published(2, "هدوء في المدينة")));

        JsonNode event = follow(before, 0).get(0);
        assertThat(event.at("/data/version").asInt()).isEqualTo(2);
        assertThat(event.at("/data/entities").isArray()).isTrue();
        assertThat(event.at("/data/entities")).isEmpty();
    }

    @Test
    void aWithdrawnArticleIsDeleted() {
        Feed.awaitHandled(Feed.appendEvent(published(1, "قالت حماس")));
        long before = head();
        Feed.awaitHandled(Feed.appendEvent(
                "{\"type\":\"org.khabar.article.withdrawn.v1\",\"subject\":\"%s\",\"method\":\"DELETE\"}"
                        .formatted(article)));

        JsonNode event = follow(before, 0).get(0);
        assertThat(event.get("method").asText()).isEqualTo("DELETE");
        assertThat(event.get("type").asText()).isEqualTo("org.khabar.entity.mentions.withdrawn.v1");
        assertThat(event.get("subject").asText()).isEqualTo(article.toString());
        assertThat(event.has("data")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "-1", "abc", "1.5", "99999999999999999999999", "٣"})
    void positionsThatAreNoneAreRefused(String lastEventId) {
        Response answer = RestAssured.given()
                .auth()
                .oauth2(Tokens.of("articles", "service"))
                .queryParam("lastEventId", lastEventId)
                .get("/feed/mentions");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error.code")).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void onlyServicesAndPartnersFollow() {
        assertThat(RestAssured.get("/feed/mentions").statusCode()).isEqualTo(401);
        assertThat(request(Tokens.reader(), 0, 0).statusCode()).isEqualTo(403);
        assertThat(request(Tokens.of("editor", "reader", "editor"), 0, 0).statusCode())
                .isEqualTo(403);
        assertThat(request(Tokens.of("partner", "partner"), 0, 0).statusCode()).isEqualTo(200);
    }

    @Test
    void waitingEndsWithAnEmptyAnswer() {
        Instant before = Instant.now();
        assertThat(follow(head(), 500)).isEmpty();
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void waitingRequestsAreAnsweredWhenAnArticleIsTagged() throws Exception {
        long before = head();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<JsonNode>> waiting = IntStream.range(0, 3)
                    .mapToObj(i -> threads.submit(() -> follow(before, 20_000)))
                    .toList();
            Feed.awaitHandled(Feed.appendEvent(published(1, "قالت حماس")));
            Instant handled = Instant.now();
            for (Future<JsonNode> answer : waiting) {
                assertThat(answer.get()).hasSize(1);
            }
            assertThat(Duration.between(handled, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void eventsOfOtherReplicasAreNoticed() throws Exception {
        long before = head();
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<JsonNode> waiting = threads.submit(() -> follow(before, 20_000));
            database.execute("""
                    with head as (update mention_feed_head set last_id = last_id + 1 returning last_id)
                    insert into mention_feed_event (id, article_id, time) select last_id, gen_random_uuid(), now() from head
                    """);
            assertThat(waiting.get().get(0).get("method").asText()).isEqualTo("DELETE");
        }
    }

    @Test
    void waitingRequestsAreAnsweredWhenTheServiceStops() throws Exception {
        MentionFeedTail tail = new MentionFeedTail(repository, config);
        long head = head();
        CountDownLatch waiting = new CountDownLatch(3);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> waits = IntStream.range(0, 3)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        waiting.countDown();
                        tail.awaitAfter(head, Duration.ofSeconds(50));
                        return true;
                    }))
                    .toList();
            waiting.await();
            Instant stopped = Instant.now();
            tail.stop(new ShutdownDelayInitiatedEvent());
            for (Future<?> wait : waits) {
                wait.get();
            }
            assertThat(Duration.between(stopped, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void answersAreBoundedByEntitiesAndHoldOneEventAtLeast() {
        long before = head();
        for (int i = 0; i < 3; i++) {
            String id = UUID.randomUUID().toString();
            Feed.awaitHandled(Feed.appendEvent(published(1, "حماس ومصر وقطر").replace(article.toString(), id)));
        }

        assertThat(listAfter(before, 100, 1)).hasSize(1);
        assertThat(listAfter(before, 100, 6)).hasSize(2);
        assertThat(listAfter(before, 2, 1000)).hasSize(2);
        assertThat(listAfter(before, 100, 1000)).hasSize(3);
    }

    /**
     * Many writers, a third of whose transactions roll back after they have their id, and a reader that follows: it sees
     * every committed event once, and ids that ascend without a gap.
     */
    @Test
    void followersMissNothingWhileManyWrite() throws Exception {
        long before = head();
        AtomicInteger committed = new AtomicInteger();
        List<Long> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> write(writer, committed)))
                    .toList();
            while (!writers.stream().allMatch(Future::isDone)) {
                take(before, seen, 50);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        while (take(before, seen, 0)) {}

        assertThat(seen)
                .isEqualTo(LongStream.rangeClosed(before + 1, before + committed.get())
                        .boxed()
                        .toList());
    }

    /** Archives that were tagged before there was a mention feed are sent to those who follow it from its start. */
    @Test
    void theFeedBeginsWithTheArticlesThatAreThere() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create schema filled; set local search_path to filled");
            statement.execute("create table article (id uuid primary key, published_at timestamptz not null)");
            statement.execute(
                    "insert into article select gen_random_uuid(), now() - n * interval '1 day' from generate_series(1, 7) n");
            statement.execute(resource("db/migration/V7__mention_feed.sql"));
            try (ResultSet result = statement.executeQuery("""
                    select (select last_id from mention_feed_head), count(*), min(e.id), max(e.id)
                    from mention_feed_event e join article a on a.id = e.article_id
                    """)) {
                result.next();
                assertThat(List.of(result.getLong(1), result.getLong(2), result.getLong(3), result.getLong(4)))
                        .containsExactly(7L, 7L, 1L, 7L);
            }
            connection.rollback();
        }
    }

    private void write(int writer, AtomicInteger committed) {
        for (int i = 0; i < PER_WRITER; i++) {
            boolean rollBack = (writer + i) % 3 == 0;
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    log.append(UUID.randomUUID());
                    if (rollBack) {
                        throw new CancellationException("this one rolls back");
                    }
                });
                committed.incrementAndGet();
            } catch (CancellationException rolledBack) {
                assertThat(rollBack).isTrue();
            }
        }
    }

    private boolean take(long before, List<Long> seen, long timeout) {
        JsonNode events = follow(seen.isEmpty() ? before : seen.getLast(), timeout);
        events.forEach(event -> seen.add(event.get("id").asLong()));
        return !events.isEmpty();
    }

    private List<MentionFeedEvent> listAfter(long id, int events, int entities) {
        return QuarkusTransaction.requiringNew().call(() -> repository.listAfter(id, events, entities));
    }

    private long head() {
        return Long.parseLong(
                database.list("select last_id from mention_feed_head").getFirst());
    }

    private static JsonNode follow(long lastEventId, long timeout) {
        try {
            return JSON.readTree(request(Tokens.of("articles", "service"), lastEventId, timeout)
                    .asByteArray());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static Response request(String token, long lastEventId, long timeout) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .queryParam("lastEventId", lastEventId)
                .queryParam("timeout", timeout)
                .get("/feed/mentions");
    }

    private static String masked(JsonNode event) {
        return event.toPrettyString()
                .replaceAll("\"(id)\" : \"\\d+\"", "\"$1\" : \"<id>\"")
                .replaceAll("\"time\" : \"[^\"]+\"", "\"time\" : \"<time>\"");
    }

    private String published(int version, String text) {
        return """
                {"specversion":"1.0","type":"org.khabar.article.published.v1","subject":"%1$s","time":"%4$s",
                 "data":{"id":"%1$s","version":%2$d,"language":"ar","headline":"عنوان","publishedAt":"2025-03-05T18:10:00Z",
                  "blocks":[{"kind":"PARAGRAPH","text":"%3$s"}]}}
                """.formatted(article, version, text, Instant.now());
    }

    private static String resource(String name) {
        try (InputStream stream = MentionFeedTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
