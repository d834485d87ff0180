package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.backfill.BackfillRepository;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Feeds of a search while stored articles are still being indexed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IncompleteFeedTest {

    private static final String MARK = "<khabar:incomplete xmlns:khabar=\"urn:khabar:feed\">";

    private final Database database;
    private final SearchCompleteness completeness;

    IncompleteFeedTest(
            Database database,
            BackfillRepository progress,
            SearchIndex index,
            SearchSelector selector,
            SearchConfig config) {
        this.database = database;
        completeness = new SearchCompleteness(progress, Clock.systemUTC());
        QuarkusMock.installMockForType(new SearchForFeeds(index, selector, config, completeness), SearchForFeeds.class);
    }

    @BeforeEach
    void archiveThatIsBeingIndexed() {
        database.reset();
        Service.importPage(Pages.read("fr-lematin"), Map.of());
        database.execute("insert into backfill values ('search', 'ffffffff-ffff-ffff-ffff-ffffffffffff')");
    }

    @AfterEach
    void emptyDatabase() {
        database.execute("delete from backfill");
        database.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss"})
    void feedsSayThatArticlesAreMissingUntilNoneIs(String form) {
        Response meanwhile = read(form, null);
        assertThat(meanwhile.header("Khabar-Incomplete")).isEqualTo("search-index");
        assertThat(meanwhile.header("Cache-Control")).isEqualTo("private, max-age=0");
        assertThat(text(meanwhile)).contains(MARK);
        Response held = read(form, meanwhile.header("ETag"));
        assertThat(held.statusCode()).isEqualTo(304);
        assertThat(held.header("Khabar-Incomplete")).isEqualTo("search-index");

        database.execute("delete from backfill");
        await().atMost(Duration.ofSeconds(30)).until(completeness::isComplete);

        Response afterwards = read(form, meanwhile.header("ETag"));
        assertThat(afterwards.statusCode())
                .as("the same articles, yet no longer some of them")
                .isEqualTo(200);
        assertThat(afterwards.header("Khabar-Incomplete")).isNull();
        assertThat(text(afterwards)).doesNotContain("incomplete");
    }

    /** Other feeds need no index. */
    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss"})
    void feedsOfAnOutletAreWhole(String form) {
        Response answer =
                Service.as(Tokens.reader()).queryParam("outlet", "hespress").get("/syndication/" + form);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Khabar-Incomplete")).isNull();
    }

    private static Response read(String form, @Nullable String tag) {
        return Service.as(Tokens.reader())
                .headers(tag == null ? Map.of() : Map.of("If-None-Match", tag))
                .queryParam("q", "ville")
                .get("/syndication/" + form);
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }
}
