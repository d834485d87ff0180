package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.ServiceProcess;

/**
 * The service is killed over and over while articles come in, editors change the catalogue and articles are linked again.
 * In the end all that is stored of the articles is what a service stores that has the last catalogue from the beginning and
 * is never killed.
 */
class RelinkCrashIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final int ARTICLES = 240;
    private static final int MORE = 60;
    /** As many articles wait at least before the kill, and as many are done at least. */
    private static final int WAITING = 40;

    private static final int DONE = 15;
    private static final String QUEUE = "select count(*) from relink_article";

    private static final Map<String, String> CONFIG = Map.of(
            "khabar.entity.relink.lease", "1s",
            "khabar.entity.feed.poll-timeout", "1s",
            "khabar.entity.feed.backoff.longest", "500ms",
            "quarkus.datasource.jdbc.max-size", "8");

    private EmbeddedPostgres postgres;
    private ServiceProcess killed;
    private ServiceProcess clean;

    @BeforeEach
    void prepare() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        List<ServiceProcess> services = ServiceProcess.prepare(postgres, CONFIG, "killed", "clean");
        killed = services.getFirst();
        clean = services.getLast();
    }

    @AfterEach
    void close() throws IOException {
        killed.close();
        clean.close();
        postgres.close();
    }

    @Test
    void everyArticleEndsWithWhatACleanRunGives() {
        CatalogueStory story = new CatalogueStory();
        StreamedArticles articles = new StreamedArticles(killed);
        MentionFeedCopy follower = new MentionFeedCopy();
        killed.start();
        story.found();

        articles.more(ARTICLES);
        story.giveAnAlias();
        awaitOften(() -> killed.handled() > ARTICLES / 4);
        killed.kill();
        assertThat(killed.handled()).as("killed while articles came in").isLessThan(ARTICLES);
        killed.start();
        articles.awaitStored();

        killWhileLinkingAgain(articles, story::merge);
        follower.catchUp();
        killWhileLinkingAgain(articles, story::split);
        killWhileLinkingAgain(articles, story::hideAndName);
        articles.awaitStored();
        Newsroom.awaitRelinked();
        follower.catchUp();

        assertThat(follower.lines())
                .isEqualTo(new TreeSet<>(killed.list(
                        "select article_id || ' ' || entity_id || ' ' || mention_count from article_entity")));
        killed.kill();
        runCleanly(killed.events());
        assertThat(StoredMentions.of(killed)).isEqualTo(StoredMentions.of(clean));
        assertThat(killed.number("select count(*) from mention")).isGreaterThan(ARTICLES);
        assertThat(killed.number("select count(*) from relink_request")).isZero();
    }

    /** The kill comes when some of the articles that the change touches are linked again, and some are not. */
    private void killWhileLinkingAgain(StreamedArticles articles, Runnable change) {
        Newsroom.awaitRelinked();
        articles.more(MORE);
        change.run();
        awaitOften(() -> killed.number(QUEUE) >= WAITING);
        long most = killed.number(QUEUE);
        awaitOften(() -> killed.number(QUEUE) <= most - DONE);
        killed.kill();
        assertThat(killed.number(QUEUE)).as("killed in the middle").isPositive();
        killed.start();
    }

    private void runCleanly(List<String> events) {
        CatalogueStory story = new CatalogueStory();
        clean.start();
        story.found();
        story.giveAnAlias();
        story.merge();
        story.split();
        story.hideAndName();
        story.awaitDictionary();
        Newsroom.awaitRelinked();
        events.forEach(clean::append);
        await().atMost(PATIENCE).until(() -> clean.handled() == events.size());
        assertThat(clean.number(QUEUE)).as("nothing to be linked again").isZero();
    }

    private static void awaitOften(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(OFTEN).until(condition);
    }
}
