package org.khabar.article.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.article.Embargoes;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Editor;
import org.khabar.article.testing.Editor.Made;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Embargoes end in time and once, whoever looks. The service's own watch is off in tests. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EmbargoTest {

    private static final Editor EDITOR = Editor.named();
    private static final Pace PACE = new Pace(true, Duration.ofSeconds(1), 7);

    private final Database database;
    private final AgroalDataSource source;
    private final Embargoes embargoes;

    EmbargoTest(Database database, AgroalDataSource source, Embargoes embargoes) {
        this.database = database;
        this.source = source;
        this.embargoes = embargoes;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    private EmbargoLifter lifter() {
        return new EmbargoLifter(embargoes, PACE);
    }

    private List<Made> scheduled(int count) {
        List<Made> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            articles.add(EDITOR.scheduled("خبر مؤجل " + i, 3_600));
        }
        return articles;
    }

    private static double lifts() {
        return Metrics.counter("khabar.article.embargo.lifts").count();
    }

    private void letTimePass() {
        database.execute("update article set embargo_until = embargo_until - interval '2 hours'"
                + " where status = 'SCHEDULED'");
    }

    @Test
    void nothingIsPublishedBeforeItsTime() {
        scheduled(2);
        lifter().liftDue();

        assertThat(database.list("select distinct status from article")).containsExactly("SCHEDULED");
        assertThat(database.count("feed_event")).isZero();
    }

    @Test
    void anArticleIsPublishedAtTheEndOfItsEmbargoWithOneEvent() {
        Made article = EDITOR.scheduled("نتائج الانتخابات الجزئية", 3_600);
        letTimePass();
        double lifts = lifts();
        lifter().liftDue();
        lifter().liftDue();
        assertThat(lifts() - lifts).as("counted for operators").isEqualTo(1);

        JsonNode seen = Service.graphql(
                        Tokens.reader(),
                        "query($id: ID!) { article(id: $id) { status version publishedAt embargoUntil } }",
                        Map.of("id", article.id()))
                .at("/data/article");
        assertThat(seen.get("status").asText()).isEqualTo("PUBLISHED");
        assertThat(seen.get("version").asInt()).isEqualTo(3);
        assertThat(seen.get("embargoUntil").isNull()).isTrue();
        assertThat(Instant.parse(seen.get("publishedAt").asText()))
                .isBefore(Instant.now().minusSeconds(3_000));
        assertThat(database.list("select move || ' ' || author from revision where version = 3"))
                .containsExactly("LIFT embargo");
        JsonNode events = Service.feed("0", 0);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).get("type").asText()).isEqualTo("org.khabar.article.published.v1");
        assertThat(events.get(0).at("/data/version").asInt()).isEqualTo(3);
    }

    /** Four at once, as four replicas, and what each article gets is one revision and one event. */
    @Test
    void competingReplicasPublishEachArticleOnce() throws Exception {
        scheduled(40);
        letTimePass();
        CyclicBarrier start = new CyclicBarrier(4);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> replicas = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                replicas.add(threads.submit(() -> {
                    start.await();
                    return lifter().liftDue();
                }));
            }
            for (Future<?> replica : replicas) {
                replica.get();
            }
        }
        lifter().liftDue();

        assertThat(database.list(
                        "select status || ' ' || version || ' ' || count(*) from article group by status, version"))
                .containsExactly("PUBLISHED 3 40");
        assertThat(database.count("revision")).isEqualTo(120);
        assertThat(database.list("select id from feed_event order by id"))
                .isEqualTo(
                        LongStream.rangeClosed(1, 40).mapToObj(Long::toString).toList());
        assertThat(database.list("select count(distinct article_id) from feed_event where type = 'PUBLISHED'"))
                .containsExactly("40");
    }

    /** As when the process is killed before it commits: all of it is undone, and done by the next who looks. */
    @Test
    void aLiftThatIsCutOffIsDoneAgainWhole() {
        UUID article = UUID.fromString(scheduled(1).getFirst().id());
        letTimePass();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(embargoes.lift(article)).isTrue();
                    throw new CancellationException("killed");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(database.list("select status from article")).containsExactly("SCHEDULED");
        assertThat(database.count("feed_event")).isZero();
        assertThat(embargoes.lift(article)).isTrue();
        assertThat(embargoes.lift(article)).isFalse();
        assertThat(database.list("select id from feed_event")).containsExactly("1");
    }

    /** The server ends the connection in the middle of a lift, which is all it sees of a process that is killed. */
    @Test
    void aConnectionThatDiesInALiftLeavesNothingHalfDone() {
        UUID article = UUID.fromString(scheduled(1).getFirst().id());
        letTimePass();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    embargoes.lift(article);
                    CompletableFuture.runAsync(this::endOpenTransactions).join();
                }))
                .isNotNull();
        assertThat(database.list("select status from article")).containsExactly("SCHEDULED");
        assertThat(database.count("revision")).isEqualTo(2);
        lifter().liftDue();
        assertThat(database.list("select status || ' ' || version from article"))
                .containsExactly("PUBLISHED 3");
        assertThat(database.list("select id from feed_event")).containsExactly("1");
    }

    /** On a connection of its own. */
    private void endOpenTransactions() {
        database.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where state = 'idle in transaction' and pid <> pg_backend_pid()");
    }

    @Test
    void anArticleThatAnotherOneHasIsPassedByAndDoesNotHoldUpTheOthers() throws Exception {
        List<Made> articles = scheduled(3);
        letTimePass();
        try (Connection other = source.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute("select 1 from article where id = '"
                            + articles.getFirst().id() + "' for update");
            lifter().liftDue();
            assertThat(database.list("select id from article where status = 'SCHEDULED'"))
                    .containsExactly(articles.getFirst().id());
            other.rollback();
        }
        lifter().liftDue();
        assertThat(database.count("feed_event")).isEqualTo(3);
    }

    @Test
    void anArticleThatCannotBePublishedDoesNotHoldUpTheOthers() {
        List<Made> articles = scheduled(20);
        letTimePass();
        database.execute("alter table revision add constraint broken check (move <> 'LIFT' or article_id <> '"
                + articles.getFirst().id() + "')");
        try {
            lifter().liftDue();
            assertThat(database.list("select id from article where status = 'SCHEDULED'"))
                    .containsExactly(articles.getFirst().id());
        } finally {
            database.execute("alter table revision drop constraint broken");
        }
        lifter().liftDue();
        assertThat(database.count("feed_event")).isEqualTo(20);
    }

    @Test
    void aScheduleThatWasTakenBackOrPutOffIsNotKept() {
        Made takenBack = EDITOR.scheduled("خبر ألغي موعده", 3_600);
        Made putOff = EDITOR.scheduled("خبر تأخر موعده", 3_600);
        Editor.made(EDITOR.unschedule(takenBack));
        Editor.made(EDITOR.schedule(putOff, Instant.now().plusSeconds(5 * 3_600)));
        letTimePass();
        lifter().liftDue();

        assertThat(database.count("feed_event")).isZero();
    }

    @Test
    void theWatchWaitsForTheNextOneAndNotLongerThanItsInterval() {
        assertThat(lifter().liftDue()).isBetween(Duration.ofMillis(500), PACE.pollInterval());
        EDITOR.scheduled("خبر قريب", 3_600);
        database.execute("update article set embargo_until = now() + interval '400 milliseconds'");
        assertThat(lifter().liftDue()).isLessThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aWatchPublishesByItselfAndStops() throws Exception {
        EmbargoWatch watch = new EmbargoWatch(embargoes, PACE);
        watch.onStart(new StartupEvent());
        try {
            Made draft = EDITOR.draft("خبر ينشر بعد قليل", "نص الخبر.");
            Editor.made(EDITOR.schedule(draft, Instant.now().plusMillis(800)));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> database.list("select status from article").equals(List.of("PUBLISHED")));
        } finally {
            watch.onStop(new ShutdownEvent());
        }
        assertThat(database.list("select extract(epoch from time - published_at) < 5 from feed_event, article"))
                .containsExactly("t");
    }

    @Test
    void theNextEmbargoIsFoundByItsIndex() {
        database.execute("""
                insert into article (id, outlet_id, headline, headline_key, language, kind, status, published_at,
                  published_at_stated, created_at, updated_at, version, content_key, sketch, embargo_until)
                select gen_random_uuid(), id, 'h' || n, 'h' || n, 'ar', 'NEWS',
                  case when n % 2000 = 0 then 'SCHEDULED' else 'PUBLISHED' end, now(), true, now(), now(), 1, n, array[n],
                  case when n % 2000 = 0 then now() + n * interval '1 second' end
                from generate_series(1, 20000) as n, outlet where code = 'hespress'
                """);
        database.execute("analyze article");

        assertThat(database.list("explain select min(embargo_until) from article"
                        + " where status = 'SCHEDULED' and embargo_until > now()"))
                .anyMatch(line -> line.contains("article_embargo"));
        assertThat(database.list("explain select id, embargo_until from article"
                        + " where status = 'SCHEDULED' and embargo_until <= now() and (embargo_until, id) >"
                        + " ('2020-01-01', '01900000-0000-7000-8000-000000000000') order by embargo_until, id limit 7"))
                .anyMatch(line -> line.contains("article_embargo"));
    }

    /** Few at once, so that there are several batches. */
    private record Pace(boolean enabled, Duration pollInterval, int batchSize) implements NewsroomConfig.Embargo {}
}
