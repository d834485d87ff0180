package org.khabar.article.article.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.article.ArticleBatchStore;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.PreparedArticle;
import org.khabar.article.article.TextBlock;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.testing.Archive;
import org.khabar.article.testing.Copies;
import org.khabar.article.testing.Copies.Copy;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Articles of an import in bulk come into the search index and their stories a little later, whatever happens. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BacklogTest {

    private static final List<Copy> DAMS = Copies.read("same-ar-dams");
    private static final int MANY = 30;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String RARE = "زعفران";

    private final Database database;
    private final ArticleBatchStore batches;
    private final OutletRegistry outlets;
    private final ChokingObserver choking;
    private final BacklogWorker worker;
    private final BacklogConfig config;
    private final Backlog backlog;
    private final BacklogRepository repository;
    private final BacklogStep step;
    private Thread working = Thread.currentThread();

    BacklogTest(
            Database database,
            ArticleBatchStore batches,
            OutletRegistry outlets,
            ChokingObserver choking,
            BacklogWorker worker,
            BacklogConfig config,
            Backlog backlog,
            BacklogRepository repository,
            BacklogStep step) {
        this.database = database;
        this.batches = batches;
        this.outlets = outlets;
        this.choking = choking;
        this.worker = worker;
        this.config = config;
        this.backlog = backlog;
        this.repository = repository;
        this.step = step;
    }

    @BeforeEach
    void startWithNothing() {
        database.reset();
        working = Thread.ofVirtual().start(worker::run);
    }

    @AfterEach
    void stopWorking() throws InterruptedException {
        working.interrupt();
        working.join();
        choking.chokeOn(null);
    }

    @Test
    void articlesOfABatchAreFoundAndInTheirStoryBeforeLong() {
        List<ArticleContent> contents = new ArrayList<>(many());
        DAMS.forEach(copy -> contents.add(content(copy.outlet(), copy.headline(), copy.blocks(), null)));
        store(contents);

        awaitNothingWaits();

        assertThat(found(RARE)).isEqualTo(MANY);
        assertThat(database.list("select count(distinct story_id) || ' ' || count(*) from story_member"))
                .containsExactly("1 " + DAMS.size());
    }

    @Test
    void aFewArticlesAreFoundAtOnce() {
        store(many().subList(0, config.minBatch() - 1));
        assertThat(found(RARE)).isEqualTo(config.minBatch() - 1);
        assertThat(database.count("article_backlog")).isZero();
    }

    /** Rows that a process left which was killed after it committed the articles. */
    @Test
    void whatWaitsIsTakenInWhoeverWroteIt() {
        store(many());
        awaitNothingWaits();
        database.execute("truncate article_search, story_sketch, story_band");
        database.execute("insert into article_backlog (article_id) select id from article");

        awaitNothingWaits();

        assertThat(found(RARE)).isEqualTo(MANY);
        assertThat(database.count("story_sketch")).isEqualTo(MANY);
        assertThat(database.count("story_band")).isEqualTo(16L * MANY);
    }

    @Test
    void theNewestStateIsTakenIn() {
        choking.chokeOn("خبر رقم 7");
        store(many());
        await().atMost(SOON).until(() -> database.count("article_backlog") == 1);
        store(List.of(content("hespress", "عنوان آخر تماما", text("كركم"), "https://www.hespress.com/7")));
        assertThat(found("كركم")).isOne();
        database.execute("update article_backlog set due_at = now()");

        awaitNothingWaits();

        assertThat(found("كركم")).isOne();
        assertThat(found(RARE)).isEqualTo(MANY - 1);
    }

    @Test
    void anArticleThatCannotBeTakenInHoldsUpNoOther() {
        choking.chokeOn("خبر رقم 7");
        store(many());

        await().atMost(SOON)
                .until(() ->
                        database.list("select failures from article_backlog").equals(List.of("1")));
        assertThat(found(RARE)).isEqualTo(MANY - 1);
        JsonNode health = health();
        assertThat(health.path("waiting").asInt()).isOne();
        assertThat(health.path("failed").asInt()).isOne();
        assertThat(health.path("lagSeconds").isInt()).isTrue();
        assertThat(database.list("select reason from article_backlog"))
                .containsExactly("java.lang.IllegalStateException: an article that cannot be taken in");
        await().atMost(SOON).until(() -> metrics().contains("khabar_article_backlog_failed 1.0"));
        assertThat(metrics()).contains("khabar_article_backlog_waiting 1.0", "khabar_article_backlog_lag_seconds ");

        choking.chokeOn(null);
        database.execute("update article_backlog set due_at = now()");
        awaitNothingWaits();
        assertThat(found(RARE)).isEqualTo(MANY);
        assertThat(health().path("waiting").asInt()).isZero();
    }

    /** As a backfill does, which goes on behind it. */
    @Test
    void anArticleThatSomebodyElseCouldNotTakeInIsTriedAgainHere() {
        store(many().subList(0, 1));
        database.execute("truncate article_search");
        UUID article = UUID.fromString(database.list("select id from article").getFirst());

        QuarkusTransaction.requiringNew().run(() -> backlog.setAside(article, "not this time"));

        assertThat(health().path("failed").asInt()).isOne();
        assertThat(database.list("select reason from article_backlog where due_at > now()"))
                .containsExactly("not this time");
        database.execute("update article_backlog set due_at = now()");
        awaitNothingWaits();
        assertThat(found(RARE)).isOne();
    }

    @Test
    void importsWaitWhileMoreArticlesWaitThanMay() throws InterruptedException {
        stopWorking();
        BacklogRoom room = new BacklogRoom(repository, waiting(2));
        database.execute(
                "insert into article_backlog (article_id, failures) select uuidv7(), 1 from generate_series(1, 9)");
        room.await();
        database.execute("insert into article_backlog (article_id) select uuidv7() from generate_series(1, 3)");
        await().atMost(SOON).until(room::isFull);
        Thread importing = Thread.ofVirtual().start(() -> waitForRoom(room));
        assertThat(importing.join(Duration.ofMillis(300))).isFalse();

        database.execute("delete from article_backlog where id = (select max(id) from article_backlog)");

        assertThat(importing.join(SOON)).isTrue();
    }

    /** All replicas may be told to take nothing in, or be unable to. */
    @Test
    void importsDoNotWaitForEverWhenNobodyTakesArticlesIn() throws InterruptedException {
        stopWorking();
        BacklogRoom room = new BacklogRoom(
                repository, config(Map.of("khabar.backlog.max-waiting", "2", "khabar.backlog.stalled-after", "3s")));
        database.execute("insert into article_backlog (article_id) select uuidv7() from generate_series(1, 9)");
        assertThat(room.isFull()).isTrue();
        Thread importing = Thread.ofVirtual().start(() -> waitForRoom(room));
        assertThat(importing.join(SOON)).isTrue();

        database.execute("delete from article_backlog where id = (select min(id) from article_backlog)");
        await().atMost(SOON).until(room::isFull);
    }

    @Test
    void anyNumberMayWait() throws InterruptedException {
        stopWorking();
        database.execute("insert into article_backlog (article_id) select uuidv7() from generate_series(1, 3)");
        assertThat(new BacklogRoom(repository, waiting(Integer.MAX_VALUE)).isFull())
                .isFalse();
    }

    @Test
    void aReplicaThatWouldTakeNothingInDoesNotStart() {
        BacklogConfig none = config(Map.of("khabar.backlog.workers", "0"));
        assertThatThrownBy(() -> new BacklogWorker(backlog, step, none))
                .hasMessageContaining("khabar.backlog.workers is 0");
    }

    private static void waitForRoom(BacklogRoom room) {
        try {
            room.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static BacklogConfig waiting(int most) {
        return config(Map.of("khabar.backlog.max-waiting", Integer.toString(most)));
    }

    private static BacklogConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(BacklogConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(BacklogConfig.class);
    }

    private static String metrics() {
        return Service.as(Tokens.admin()).get("/q/metrics").asString();
    }

    @Test
    void anArticleThatIsGoneIsPassedOver() {
        database.execute("insert into article_backlog (article_id) values (uuidv7())");
        awaitNothingWaits();
        assertThat(database.count("article_search")).isZero();
    }

    private void awaitNothingWaits() {
        await().atMost(SOON).until(() -> database.count("article_backlog") == 0);
    }

    private static JsonNode health() {
        JsonNode checks =
                Service.json(RestAssured.get("/q/health/ready").asByteArray()).path("checks");
        for (JsonNode check : checks) {
            if (check.path("name").asText().equals("article-backlog")) {
                return check.path("data");
            }
        }
        throw new AssertionError("no check of the backlog in " + checks);
    }

    private static int found(String word) {
        JsonNode answer = Service.graphql(
                Tokens.reader(), "{ searchArticles(query: \"" + word + "\", first: 100) { edges { node { id } } } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/searchArticles/edges").size();
    }

    private void store(List<ArticleContent> contents) {
        batches.storeAll(contents.stream().map(PreparedArticle::of).toList(), "كاتب", stored -> {});
    }

    private List<ArticleContent> many() {
        return IntStream.range(0, MANY)
                .mapToObj(number -> content(
                        "hespress",
                        "خبر رقم " + number,
                        text(RARE + " " + number),
                        "https://www.hespress.com/" + number))
                .toList();
    }

    /** A text that shares no run of three words with one of other words. */
    private static List<TextBlock> text(String words) {
        String text = IntStream.range(0, 20)
                .mapToObj(place -> words + " كلمة" + words.hashCode() + "س" + place)
                .reduce("", (one, other) -> one + " " + other);
        return List.of(new TextBlock(BlockKind.PARAGRAPH, text.strip()));
    }

    private ArticleContent content(String outlet, String headline, List<TextBlock> blocks, @Nullable String url) {
        Instant time = Archive.NOON.plusSeconds(Math.floorMod(headline.hashCode(), 3600));
        return new ArticleContent(
                outlets.getByCode(outlet).id(), url, headline, "ar", ArticleKind.NEWS, null, null, time, true, blocks);
    }
}
