package org.khabar.article.syndication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Articles;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.OutsideProfile;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Feeds that anybody may read, with bounds that a few articles pass. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(OutsideProfile.class)
class PublicSyndicationTest {

    private final Database database;
    private final Articles articles;

    PublicSyndicationTest(Database database, Articles articles) {
        this.database = database;
        this.articles = articles;
    }

    @BeforeEach
    void fiveArticlesOfToday() {
        database.reset();
        for (int number = 0; number < 5; number++) {
            articles.storeNumbered("hespress", number, Instant.now().minusSeconds(60L * number + 1));
        }
    }

    @Test
    void strangersReadFeedsAndNothingElse() {
        assertThat(given().get("/syndication/atom").statusCode()).isEqualTo(200);
        assertThat(given().get("/syndication/atom").header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(given().get("/syndication/outlets/hespress/news-sitemap-index.xml")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().get("/feed/articles").statusCode()).isEqualTo(401);
        assertThat(given().get("/exports/articles").statusCode()).isEqualTo(401);
        assertThat(Service.as(Tokens.expired()).get("/syndication/atom").statusCode())
                .isEqualTo(401);
    }

    @Test
    void addressesAreThoseThatTheOperatorGave() {
        assertThat(text("/syndication/atom?outlet=hespress"))
                .contains("href=\"https://archive.example.org/khabar/syndication/atom?outlet=hespress\"");
    }

    @Test
    void feedsAreBoundedByEntriesAndByText() {
        String feed = text("/syndication/atom");
        assertThat(count("<entry", feed)).isEqualTo(3);
        assertThat(count("<summary", feed)).isEqualTo(3);
        assertThat(count("<content", feed)).isEqualTo(2);
    }

    @Test
    void sitemapsAreBoundedByUrlsAndNumber() {
        String index = text("/syndication/outlets/hespress/news-sitemap-index.xml");
        assertThat(count("<sitemap>", index)).isEqualTo(2);
        assertThat(count("<url>", text("/syndication/outlets/hespress/news-sitemap.xml?page=1")))
                .isEqualTo(2);
        assertThat(text("/syndication/outlets/hespress/news-sitemap.xml?page=2"))
                .contains("https://example.org/hespress/2")
                .contains("https://example.org/hespress/3");
        assertThat(given().get("/syndication/outlets/hespress/news-sitemap.xml?page=3")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void searchesAreBoundedByLength() {
        var answer = given().queryParam("q", "أحد عشر حرفا").get("/syndication/rss");
        assertThat(answer.path("error.code").toString()).isEqualTo("LIMIT_EXCEEDED");
    }

    private static long count(String part, String in) {
        return Pattern.compile(Pattern.quote(part)).matcher(in).results().count();
    }

    private static String text(String path) {
        return new String(given().get(path).asByteArray(), StandardCharsets.UTF_8);
    }
}
