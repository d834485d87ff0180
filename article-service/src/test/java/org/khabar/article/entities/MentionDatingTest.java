package org.khabar.article.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.article.ArticleFilter;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.ListingBounds;
import org.khabar.article.article.PublishedListing;
import org.khabar.article.backfill.Backfill;
import org.khabar.article.testing.Articles;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;

/** Mentions know when their articles were published, whatever becomes of either. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MentionDatingTest {

    private static final Instant NOON = Instant.parse("2024-03-09T12:00:00Z");
    private static final String KNOWN =
            "select extract(epoch from published_at)::bigint from article_entity order by published_at nulls first";

    private final Database database;
    private final Articles articles;
    private final PublishedListing listing;
    private final MentionDatingStep step;
    private final ArticleEntityRepository mentions;
    private final AgroalDataSource source;

    MentionDatingTest(
            Database database,
            Articles articles,
            PublishedListing listing,
            MentionDatingStep step,
            ArticleEntityRepository mentions,
            AgroalDataSource source) {
        this.database = database;
        this.mentions = mentions;
        this.source = source;
        this.articles = articles;
        this.listing = listing;
        this.step = step;
    }

    @BeforeEach
    void twoArticlesOfOneEntity() {
        database.reset();
        articles.storeNumbered("hespress", 1, NOON);
        articles.storeNumbered("le360", 2, NOON.plusSeconds(60));
        database.execute("""
                insert into article_entity (article_id, entity_id, entity_type, salience, mention_count)
                select id, 'e-dam', 'PLACE', 0.5, 1 from article
                """);
    }

    @AfterEach
    void emptyDatabase() {
        database.execute("delete from backfill");
        database.reset();
    }

    @Test
    void theyFollowTheirArticles() {
        String noon = Long.toString(NOON.getEpochSecond());
        String later = Long.toString(NOON.getEpochSecond() + 60);
        assertThat(database.list(KNOWN)).containsExactly(noon, later);

        database.execute("update article set status = 'WITHDRAWN' where headline like '%2%'");
        assertThat(database.list(KNOWN)).containsExactly(null, noon);
        database.execute("update article set status = 'CORRECTED' where headline like '%2%'");
        assertThat(database.list(KNOWN)).containsExactly(noon, later);
        database.execute(
                "update article set published_at = published_at - interval '1 hour' where headline like '%2%'");
        assertThat(database.list(KNOWN)).containsExactly(Long.toString(NOON.getEpochSecond() + 60 - 3600), noon);
    }

    @Test
    void aMentionThatIsStoredDuringAWithdrawalKnowsOfIt() throws Exception {
        String id = database.list("select id from article where headline like '%2%'")
                .getFirst();
        MentionEvent event = new MentionEvent.Entities(
                mentions.position() + 1, UUID.fromString(id), List.of(new MentionedEntity("e-dam", "PLACE", 2, 0.9)));
        try (Connection writer = source.getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            writer.setAutoCommit(false);
            try (Statement withdrawal = writer.createStatement()) {
                withdrawal.execute("update article set status = 'WITHDRAWN' where id = '" + id + "'");
            }
            Future<?> stored = threads.submit(() -> mentions.store(List.of(event)));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !database.list("select pid from pg_stat_activity"
                                    + " where wait_event_type = 'Lock' and query like '%from article where id = any%'")
                            .isEmpty());
            writer.commit();
            writer.setAutoCommit(true);
            stored.get();
        }
        assertThat(database.list(KNOWN)).containsExactly(null, Long.toString(NOON.getEpochSecond()));
        assertThat(database.list("select mention_count from article_entity where article_id = '" + id + "'"))
                .containsExactly("2");
    }

    @Test
    void thoseOfBeforeAreToldInTheBackgroundAndListedMeanwhile() {
        List<String> whole = listed();
        assertThat(whole).hasSize(2);
        database.execute("update article_entity set published_at = null");
        database.execute("insert into backfill values ('mention-dates', 'ffffffff-ffff-ffff-ffff-ffffffffffff')");
        assertThat(listed()).isEqualTo(whole);

        Backfill work = new Backfill(step);
        work.start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.count("backfill")).isZero());
        assertThat(listed()).isEqualTo(whole);
        assertThat(database.list(KNOWN)).doesNotContainNull();
    }

    private List<String> listed() {
        return listing
                .listNewestNaming("e-dam", ArticleFilter.ALL, new ListingBounds(10, 100, Duration.ofSeconds(10)))
                .stream()
                .map(ArticleNode::id)
                .toList();
    }
}
