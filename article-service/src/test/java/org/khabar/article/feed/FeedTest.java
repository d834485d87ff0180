package org.khabar.article.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleStore;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FeedTest {

    private static final int WRITERS = 12;
    private static final int PER_WRITER = 40;

    private final Database database;
    private final ArticleStore store;
    private final OutletRegistry outlets;
    private final FeedRepository repository;
    private final FeedConfig config;

    FeedTest(
            Database database,
            ArticleStore store,
            OutletRegistry outlets,
            FeedRepository repository,
            FeedConfig config) {
        this.database = database;
        this.store = store;
        this.outlets = outlets;
        this.repository = repository;
        this.config = config;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void eventsAreCloudEventsWithTheArticleInside() {
        String id = Service.importPage(Pages.numbered(1)).jsonPath().getString("id");

        var response = Service.as(Tokens.service()).get("/feed/articles");
        assertThat(response.contentType()).isEqualTo("application/cloudevents-batch+json");
        JsonNode event = Service.feed("", 0).get(0);
        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("id").asText()).isEqualTo("1");
        assertThat(event.get("type").asText()).isEqualTo("org.khabar.article.published.v1");
        assertThat(event.get("source").asText()).isEqualTo("/feed/articles");
        assertThat(event.get("subject").asText()).isEqualTo(id);
        assertThat(Instant.parse(event.get("time").asText()))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(event.at("/data/outlet").asText()).isEqualTo("hespress");
        assertThat(event.at("/data/outletCountry").asText()).isEqualTo("MA");
        assertThat(event.at("/data/blocks/0/kind").asText()).isEqualTo("PARAGRAPH");
        assertThat(event.has("method")).isFalse();
    }

    @Test
    void eachVersionIsAnEventOfItsOwnText() {
        String page = Pages.numbered(1);
        Service.importPage(page);
        Service.importPage(page + "\nفقرة ثانية أضيفت إلى الخبر بعد نشره بساعة.\n");

        JsonNode events = Service.feed("0", 0);
        assertThat(events).hasSize(2);
        assertThat(events.get(0).at("/data/blocks")).hasSize(1);
        assertThat(events.get(1).at("/data/blocks")).hasSize(2);
        assertThat(events.get(1).get("type").asText()).isEqualTo("org.khabar.article.revised.v1");
        assertThat(Service.feed("1", 0)).hasSize(1);
        assertThat(Service.feed("2", 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "abc", "1.5", "99999999999999999999999", "٣"})
    void positionsThatAreNoneAreRefused(String lastEventId) {
        assertThat(Service.feed(lastEventId, 0).at("/error/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void waitingEndsWithAnEmptyAnswer() {
        Instant before = Instant.now();
        assertThat(Service.feed("0", 700)).isEmpty();
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }

    @Test
    void waitingRequestsAreAnsweredWhenAnArticleComes() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            List<Future<JsonNode>> waiting = IntStream.range(0, 5)
                    .mapToObj(i -> threads.submit(() -> Service.feed("0", 20_000)))
                    .toList();
            Service.importPage(Pages.numbered(1));
            Instant imported = Instant.now();
            for (Future<JsonNode> answer : waiting) {
                assertThat(answer.get()).hasSize(1);
            }
            assertThat(Duration.between(imported, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void eventsOfOtherReplicasAreNoticed() throws Exception {
        Service.importPage(Pages.numbered(1));
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<JsonNode> waiting = threads.submit(() -> Service.feed("1", 20_000));
            database.execute("""
                    with head as (update feed_head set last_id = last_id + 1 returning last_id)
                    insert into feed_event (id, type, article_id, version, time)
                    select last_id, 'WITHDRAWN', id, 1, now() from head, article
                    """);
            JsonNode event = waiting.get().get(0);
            assertThat(event.get("method").asText()).isEqualTo("DELETE");
            assertThat(event.get("type").asText()).isEqualTo("org.khabar.article.withdrawn.v1");
            assertThat(event.has("data")).isFalse();
        }
    }

    @Test
    void answersAreBoundedByBytesAndHoldOneEventAtLeast() {
        for (int number = 0; number < 24; number++) {
            Service.importPage(Pages.numbered(number));
        }
        database.execute("update revision set blocks = jsonb_build_array(jsonb_build_object('kind', 'PARAGRAPH',"
                + " 'text', repeat('فقرة طويلة جدا عن الموضوع نفسه. ', 15000)))");
        List<Long> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        while (seen.size() < 24) {
            byte[] answer = Service.as(Tokens.service())
                    .queryParam(
                            "lastEventId", seen.isEmpty() ? "" : seen.getLast().toString())
                    .get("/feed/articles")
                    .asByteArray();
            sizes.add(answer.length);
            JsonNode events = Service.json(answer);
            assertThat(events).isNotEmpty();
            events.forEach(event -> seen.add(Long.valueOf(event.get("id").asText())));
        }
        assertThat(sizes).hasSizeGreaterThan(1).allMatch(size -> size <= 8_388_608);
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 24).boxed().toList());
    }

    @Test
    void oneEventIsReadHoweverLargeItIs() {
        Service.importPage(Pages.numbered(1));
        Service.importPage(Pages.numbered(2));

        List<FeedEventEntity> events = QuarkusTransaction.requiringNew().call(() -> repository.listAfter(0, 100, 1));
        assertThat(events).extracting(event -> event.id).containsExactly(1L);
    }

    @Test
    void waitingRequestsAreAnsweredWhenTheServiceStops() throws Exception {
        FeedTail tail = new FeedTail(repository, config);
        CountDownLatch waiting = new CountDownLatch(3);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> waits = IntStream.range(0, 3)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        waiting.countDown();
                        tail.awaitAfter(0, Duration.ofSeconds(50));
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
        tail.awaitAfter(0, Duration.ofSeconds(50));
    }

    /**
     * Many writers, a third of whose transactions roll back after they have their id, and a reader that follows: it sees
     * every committed event once, and ids that ascend without a gap.
     */
    @Test
    void followersMissNothingWhileManyWrite() throws Exception {
        AtomicInteger committed = new AtomicInteger();
        List<Long> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> write(number, committed)));
            }
            while (!writers.stream().allMatch(Future::isDone)) {
                follow(seen, 50);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        while (follow(seen, 0)) {}

        assertThat(seen)
                .isEqualTo(LongStream.rangeClosed(1, committed.get()).boxed().toList());
        assertThat(database.count("article")).isEqualTo(committed.get());
        assertThat(database.count("revision")).isEqualTo(committed.get());
    }

    private boolean follow(List<Long> seen, long timeout) {
        JsonNode events = Service.feed(seen.isEmpty() ? "" : seen.getLast().toString(), timeout);
        events.forEach(event -> seen.add(Long.valueOf(event.get("id").asText())));
        return !events.isEmpty();
    }

    private void write(int writer, AtomicInteger committed) {
        for (int i = 0; i < PER_WRITER; i++) {
            boolean rollBack = (writer + i) % 3 == 0;
            ArticleContent content = content(writer * PER_WRITER + i);
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    store.store(content, "writer");
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

    private ArticleContent content(int number) {
        UUID outlet = outlets.getByCode("hespress").id();
        return new ArticleContent(
                outlet,
                null,
                "خبر " + number,
                "ar",
                ArticleKind.NEWS,
                null,
                null,
                Instant.EPOCH.plusSeconds(60L * number),
                true,
                List.of(new TextBlock(BlockKind.PARAGRAPH, "نص الخبر رقم " + number)));
    }
}
