package org.khabar.article.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;

/** What the mention feed says is in the archive, whatever breaks in between. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MentionFeedFollowerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MAX_ANSWER = 20_000;
    private static final String EGYPT = "0195a000-0000-7000-8000-0000000000e1";
    private static final String HAMAS = "0195a000-0000-7000-8000-0000000000e2";

    private final Database database;
    private final DataSource source;
    private final ArticleEntityRepository repository;
    private final StubFeed feed = new StubFeed();
    private final AtomicInteger refusals = new AtomicInteger();
    private final List<MentionFeedFollower> followers = new ArrayList<>();
    private String article = "";

    MentionFeedFollowerTest(Database database, DataSource source, ArticleEntityRepository repository)
            throws IOException {
        this.database = database;
        this.source = source;
        this.repository = repository;
    }

    @BeforeEach
    void oneArticle() {
        reset();
        article = Service.importPage(Pages.numbered(1)).jsonPath().getString("id");
    }

    @AfterEach
    void stopFollowers() throws InterruptedException {
        for (MentionFeedFollower follower : followers) {
            follower.stop();
        }
        feed.close();
        reset();
    }

    private void reset() {
        database.reset();
        database.execute("truncate article_entity, mention_feed_skipped");
        database.execute("update mention_feed_cursor set last_event_id = 0");
    }

    @Test
    void storesTheEntitiesOfAnArticle() {
        follow();
        awaitStored(feed.append(changed(article, 1, entity(EGYPT, 2, 0.75), entity(HAMAS, 1, 0.25))));

        assertThat(database.list("select concat_ws(' ', article_id, entity_id, entity_type, salience, mention_count)"
                        + " from article_entity order by salience desc"))
                .containsExactly(article + " " + EGYPT + " PLACE 0.75 2", article + " " + HAMAS + " PLACE 0.25 1");
    }

    @Test
    void whatCameLaterTakesThePlaceOfWhatWasBefore() {
        feed.append(changed(article, 1, entity(EGYPT, 2, 0.75), entity(HAMAS, 1, 0.25)));
        long last = feed.append(changed(article, 2, entity(HAMAS, 3, 1)));
        follow();
        awaitStored(last);

        assertThat(entities()).containsExactly(HAMAS + " 3");
    }

    @Test
    void anArticleThatLosesItsEntitiesHasNone() {
        follow();
        awaitStored(feed.append(changed(article, 1, entity(EGYPT, 2, 1))));
        assertThat(entities()).containsExactly(EGYPT + " 2");
        awaitStored(feed.append(changed(article, 2)));

        assertThat(entities()).isEmpty();
    }

    @Test
    void aWithdrawnArticleHasNone() {
        follow();
        awaitStored(feed.append(changed(article, 1, entity(EGYPT, 2, 1))));
        awaitStored(feed.append("""
                {"specversion":"1.0","id":"ID","source":"/feed/mentions","method":"DELETE","subject":"%s",
                 "type":"org.khabar.entity.mentions.withdrawn.v1"}
                """.formatted(article)));

        assertThat(entities()).isEmpty();
    }

    @Test
    void articlesThatThereAreNoneOfAreLeftOut() {
        feed.append(changed("0195a000-0000-7000-8000-000000000abc", 1, entity(EGYPT, 2, 1)));
        long last = feed.append(changed(article, 1, entity(HAMAS, 1, 1)));
        follow();
        awaitStored(last);

        assertThat(entities()).containsExactly(HAMAS + " 1");
    }

    @Test
    void nothingIsStoredWhenTheTransactionFailsAndAllOfItOnceWhenItDoesNot() {
        database.execute("""
                create or replace function refuse() returns trigger language plpgsql as
                'begin raise exception ''refused''; end';
                create trigger refuse before update on mention_feed_cursor for each row execute function refuse();
                """);
        long event = feed.append(changed(article, 1, entity(EGYPT, 2, 1)));
        try {
            follow();
            Awaitility.await().atMost(PATIENCE).until(() -> feed.requests() > 3);
            assertThat(entities()).isEmpty();
            assertThat(repository.position()).isZero();
        } finally {
            database.execute("drop trigger refuse on mention_feed_cursor");
        }
        awaitStored(event);
        assertThat(entities()).containsExactly(EGYPT + " 2");
    }

    @Test
    void aFollowerGoesOnWhereTheOneBeforeStopped() throws Exception {
        MentionFeedFollower first = follow();
        awaitStored(feed.append(changed(article, 1, entity(EGYPT, 2, 1))));
        first.stop();
        feed.append(changed(article, 2, entity(HAMAS, 1, 1)));
        long last = feed.append(changed(article, 3, entity(HAMAS, 4, 1)));
        follow();
        awaitStored(last);

        assertThat(entities()).containsExactly(HAMAS + " 4");
    }

    @Test
    void eventsThatComeAgainDoNothing() {
        feed.append(changed(article, 1, entity(EGYPT, 2, 1)));
        long last = feed.append(changed(article, 2, entity(HAMAS, 1, 1)));
        feed.become("replay");
        follow();
        awaitStored(last);
        int seen = feed.requests();
        Awaitility.await().atMost(PATIENCE).until(() -> feed.requests() > seen + 3);

        assertThat(entities()).containsExactly(HAMAS + " 1");
        assertThat(repository.position()).isEqualTo(last);
    }

    @Test
    void olderEventsDoNotUndoNewerOnes() throws Exception {
        List<MentionEvent> batch = MentionBatch.parse(
                ("[" + changed(article, 1, entity(EGYPT, 2, 1)).replace("ID", "1") + ","
                                + changed(article, 2, entity(HAMAS, 1, 1)).replace("ID", "2") + "]")
                        .getBytes(StandardCharsets.UTF_8));
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                replicas.submit(() -> repository.store(batch));
                replicas.submit(() -> repository.store(batch.subList(0, 1)));
            }
        }

        assertThat(repository.position()).isEqualTo(2);
        assertThat(entities()).containsExactly(HAMAS + " 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"ID\",\"type\":\"org.khabar.entity.mentions.changed.v1\",\"subject\":\"poison\"}",
                "{\"id\":\"ID\",\"type\":\"org.khabar.entity.mentions.changed.v1\",\"subject\":\"p\\u0000\\ud800\",\"data\":{\"article\":\"\\u0000\",\"entities\":[]}}",
                "{\"id\":\"ID\",\"method\":\"DELETE\",\"subject\":\"nobody\"}",
                "{\"id\":\"ID\",\"type\":\"org.khabar.entity.mentions.changed.v1\",\"data\":{\"article\":\"0195a000-0000-7000-8000-0000000000e1\",\"entities\":[{\"id\":\"a\\u0000\",\"type\":\"PLACE\",\"mentionCount\":1,\"salience\":1}]}}",
                "{\"id\":\"ID\",\"type\":\"org.khabar.entity.mentions.changed.v1\",\"data\":{\"article\":\"0195a000-0000-7000-8000-0000000000e1\",\"entities\":[{\"id\":\"a\",\"type\":\"PLACE\",\"mentionCount\":1,\"salience\":7}]}}"
            })
    void anEventThatCannotBeUnderstoodIsNotedAndPassed(String poison) {
        long noted = feed.append(poison);
        long last = feed.append(changed(article, 1, entity(EGYPT, 2, 1)));
        follow();
        awaitStored(last);

        assertThat(entities()).containsExactly(EGYPT + " 2");
        assertThat(database.list("select event_id from mention_feed_skipped")).containsExactly(Long.toString(noted));
        assertThat(RestAssured.get("/q/health/ready")
                        .jsonPath()
                        .getLong("checks.find { it.name == 'mention-feed' }.data.skippedEvents"))
                .isEqualTo(1);
    }

    @Test
    void eventsOfOtherTypesArePassed() {
        feed.append("{\"id\":\"ID\",\"type\":\"org.khabar.entity.merged.v1\",\"subject\":\"x\",\"data\":{}}");
        long last = feed.append(changed(article, 1, entity(EGYPT, 2, 1)));
        follow();
        awaitStored(last);

        assertThat(entities()).containsExactly(EGYPT + " 2");
        assertThat(database.count("mention_feed_skipped")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "garbage", "refuse"})
    void outlastsAFeedThatIsAwayOrTalksNonsense(String trouble) {
        feed.become(trouble);
        long event = feed.append(changed(article, 1, entity(EGYPT, 2, 1)));
        follow();
        Awaitility.await().atMost(PATIENCE).until(() -> feed.requests() > 2);
        assertThat(entities()).isEmpty();
        feed.become("ok");
        awaitStored(event);

        assertThat(entities()).containsExactly(EGYPT + " 2");
        assertThat(refusals.get() > 0).isEqualTo(trouble.equals("refuse"));
    }

    @Test
    void anAnswerOfTooManyBytesIsNotTaken() {
        long event = feed.append(
                changed(article, 1, entity(EGYPT, 2, 1)).replace("changed.v1", "changed.v1" + " ".repeat(MAX_ANSWER)));
        follow();
        Awaitility.await().atMost(PATIENCE).until(() -> feed.requests() > 2);

        assertThat(event).isEqualTo(1);
        assertThat(repository.position()).isZero();
    }

    @Test
    void oneOfSeveralProcessesFollows() throws Exception {
        MentionFeedFollower leader = follow();
        awaitStored(feed.append(changed(article, 1, entity(EGYPT, 2, 1))));
        FollowerProgress waiting = new FollowerProgress();
        follow(waiting);
        Awaitility.await().atMost(PATIENCE).until(() -> waiting.get().state() == FollowerProgress.State.STANDBY);
        leader.stop();
        awaitStored(feed.append(changed(article, 2, entity(HAMAS, 1, 1))));

        Awaitility.await().atMost(PATIENCE).until(() -> waiting.get().state() == FollowerProgress.State.FOLLOWING);
        assertThat(entities()).containsExactly(HAMAS + " 1");
    }

    private MentionFeedFollower follow() {
        return follow(new FollowerProgress());
    }

    private MentionFeedFollower follow(FollowerProgress progress) {
        MentionFeedConfig config = new StubFeedConfig(feed.url(), MAX_ANSWER);
        FeedAccess access = new FeedAccess() {
            @Override
            public String token() {
                return StubFeed.TOKEN;
            }

            @Override
            public void refused() {
                refusals.incrementAndGet();
            }
        };
        MentionFeedFollower follower = new MentionFeedFollower(
                config,
                new MentionFeedClient(config, access),
                repository,
                new FollowerLockRepository(source),
                progress);
        followers.add(follower);
        follower.start();
        return follower;
    }

    private void awaitStored(long event) {
        Awaitility.await().atMost(PATIENCE).until(() -> repository.position() >= event);
    }

    private List<String> entities() {
        return database.list("select entity_id || ' ' || mention_count from article_entity order by 1");
    }

    private static String changed(String article, int version, String... entities) {
        return """
                {"specversion":"1.0","id":"ID","source":"/feed/mentions","subject":"%1$s","time":"2026-01-05T10:00:00Z",
                 "type":"org.khabar.entity.mentions.changed.v1","datacontenttype":"application/json",
                 "data":{"article":"%1$s","version":%2$d,"entities":[%3$s]}}
                """.formatted(article, version, String.join(",", entities));
    }

    private static String entity(String id, int count, double salience) {
        return """
                {"id":"%s","type":"PLACE","names":{"ar":"مصر"},"mentionCount":%d,"salience":%s}
                """.formatted(id, count, salience);
    }
}
