package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.article.RevisionReader;
import org.khabar.article.article.VisibleArticles;
import org.khabar.article.backfill.Backfill;
import org.khabar.article.backfill.BackfillRepository;
import org.khabar.article.backfill.BackfillStep;
import org.khabar.article.paging.PageArguments;
import org.khabar.article.paging.PagingConfig;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;

/** An archive of the time before the search is searched like one that was written since, as soon as it can be. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SearchBackfillTest {

    private static final String ROWS = "select row(s.*)::text from article_search s order by article_id";

    private final Database database;
    private final AgroalDataSource source;
    private final SearchBackfillStep step;
    private final BackfillRepository progress;
    private final SearchIndex index;
    private final SearchSelector selector;
    private final VisibleArticles articles;
    private final RevisionReader revisions;
    private final SearchConfig config;
    private final PagingConfig paging;
    private List<String> rows = List.of();

    SearchBackfillTest(
            Database database,
            AgroalDataSource source,
            SearchBackfillStep step,
            BackfillRepository progress,
            SearchIndex index,
            SearchSelector selector,
            VisibleArticles articles,
            RevisionReader revisions,
            SearchConfig config,
            PagingConfig paging) {
        this.database = database;
        this.source = source;
        this.step = step;
        this.progress = progress;
        this.index = index;
        this.selector = selector;
        this.articles = articles;
        this.revisions = revisions;
        this.config = config;
        this.paging = paging;
    }

    /** An archive whose index has one of its articles. */
    @BeforeEach
    void archiveOfBefore() {
        database.reset();
        for (int number = 0; number < 5; number++) {
            Service.importPage(Pages.numbered(number));
        }
        Service.importPage(Pages.read("fr-lematin"), Map.of());
        rows = database.list(ROWS);
        assertThat(rows).hasSize(6);
        database.execute(
                "delete from article_search where article_id <> (select article_id from article_search limit 1)");
        database.execute("insert into backfill values ('search', 'ffffffff-ffff-ffff-ffff-ffffffffffff')");
    }

    @AfterEach
    void emptyDatabase() {
        database.execute("delete from backfill");
        database.reset();
    }

    @Test
    void storedArticlesAreIndexedAsWrittenOnesAre() {
        Backfill work = new Backfill(step);
        work.start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.count("backfill")).isZero());
        assertThat(database.list(ROWS)).isEqualTo(rows);
        assertThat(step.take(step.batchSize())).isEqualTo(BackfillStep.DONE);
    }

    @Test
    void anArticleThatCannotBeReadHoldsUpNoOther() {
        String bad = database.list("select id from article a where not exists"
                        + " (select from article_search s where s.article_id = a.id) order by id offset 2 limit 1")
                .getFirst();
        database.execute("update revision set blocks = '[{\"kind\":\"NONE\",\"text\":\"نص\"}]' where article_id = '"
                + bad + "'");

        Backfill work = new Backfill(step);
        work.start();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.count("backfill")).isZero());
        assertThat(database.count("article_search")).isEqualTo(5);
        assertThat(database.list("select article_id || ' ' || failures from article_backlog"))
                .containsExactly(bad + " 1");
        assertThat(database.list("select reason from article_backlog"))
                .singleElement()
                .asString()
                .contains("NONE");
    }

    @Test
    void searchesSayThatTheyDoNotHaveEverythingUntilTheyDo() {
        SearchCompleteness completeness = new SearchCompleteness(progress, Clock.systemUTC());
        ArticleSearchConnection meanwhile = searchAll(completeness);
        assertThat(meanwhile.edges()).hasSize(1);
        assertThat(meanwhile.warnings()).singleElement().asString().contains("still being indexed");
        assertThat(SearchCount.of(meanwhile.matches().sample()))
                .isEqualTo(new SearchCount(1, SearchCount.Relation.AT_LEAST));
        assertThat(meanwhile.matches().suggest()).isEmpty();

        assertThat(step.take(step.batchSize())).isEqualTo(BackfillStep.MORE);
        assertThat(step.take(step.batchSize())).isEqualTo(BackfillStep.DONE);
        await().atMost(Duration.ofSeconds(30)).until(completeness::isComplete);
        ArticleSearchConnection afterwards = searchAll(completeness);
        assertThat(afterwards.warnings()).isEmpty();
        assertThat(SearchCount.of(afterwards.matches().sample()))
                .isEqualTo(new SearchCount(6, SearchCount.Relation.EXACT));
    }

    @Test
    void aReplicaLeavesTheWorkToTheOneThatHasItAndGoesOnWhenThatIsKilled() throws SQLException {
        try (Connection other = source.getConnection()) {
            other.setAutoCommit(false);
            try (Statement claim = other.createStatement()) {
                claim.execute("select last_id from backfill for update");
            }
            assertThat(step.take(step.batchSize())).isEqualTo(BackfillStep.BUSY);
            assertThat(database.count("article_search")).isEqualTo(1);
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(step.take(step.batchSize())).isEqualTo(BackfillStep.MORE);
        assertThat(database.list(ROWS)).isEqualTo(rows);
    }

    @Test
    void whatIsWrittenMeanwhileStays() {
        Service.importPage(Pages.of("عنوان جديد كل الجدة", "09 مارس 2024 10:00", "نص لم يكن هنا قبل التحديث الأخير."));
        Backfill work = new Backfill(step);
        work.start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.count("backfill")).isZero());
        assertThat(database.count("article_search")).isEqualTo(7);
    }

    private ArticleSearchConnection searchAll(SearchCompleteness completeness) {
        ArticleSearch search = new ArticleSearch(index, selector, articles, revisions, completeness, config, paging);
        ManagedContext request = Arc.container().requestContext();
        boolean own = !request.isActive();
        if (own) {
            request.activate();
        }
        try {
            return search.search(
                    "",
                    ArticleSearchFilter.ALL,
                    ArticleSearchSort.NEWEST,
                    new PageArguments(null, null, null, null),
                    false,
                    SearchDeadline.in(Duration.ofSeconds(10)));
        } finally {
            if (own) {
                request.terminate();
            }
        }
    }
}
