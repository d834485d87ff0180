package org.khabar.article.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;

/** Stories are found and read by indexes, among enough articles that it matters. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StoryPlanTest {

    private static final int ARTICLES = 20_000;

    private final Database database;

    StoryPlanTest(Database database) {
        this.database = database;
    }

    /** Every tenth article is the copy of one before. */
    @BeforeEach
    void manyArticles() {
        database.reset();
        database.execute("""
                insert into article (id, outlet_id, headline, headline_key, language, kind, status, published_at,
                  published_at_stated, created_at, updated_at, version, content_key, sketch)
                select cast('01900000-0000-7000-8000-' || lpad(n::text, 12, '0') as uuid), outlet.id, 'h', 'h', 'ar', 'NEWS',
                  'PUBLISHED', timestamptz '2020-01-01' + n * interval '7 minutes', true, now(), now(), 1, n, array[n]
                from generate_series(1, %d) as n, outlet where outlet.code = 'le360'
                """.formatted(ARTICLES));
        database.execute("insert into story_sketch select id, 1000, array_fill(7, array[32]) from article");
        database.execute("""
                insert into story_band select n * 100 + band, 1000 + n %% 5, a.id
                from (select id, row_number() over (order by id) as n from article) as a, generate_series(1, 16) as band
                """.replace("%%", "%"));
        database.execute("insert into story (id) select id from article where substr(id::text, 36) = '0'");
        database.execute("""
                insert into story_member
                select a.id, cast(overlay(a.id::text placing '0' from 36) as uuid), a.published_at from article a
                where substr(a.id::text, 36) in ('0', '1') and a.id > '01900000-0000-7000-8000-000000000009'
                """);
        database.execute("vacuum analyze");
    }

    @AfterEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void candidates() {
        List<String> plan = plan(StoryRepository.CANDIDATES
                .replace(":articles", "'{01900000-0000-7000-8000-000000000007,01900000-0000-7000-8000-000000000007}'")
                .replace(":bands", "'{701,702}'")
                .replace(":hours", "'{1002,1002}'")
                .replace(":window", "72")
                .replace(":nearest", "20")
                .replace(":most", "30"));
        assertThat(plan).anyMatch(line -> line.contains("Index Only Scan Backward using story_band_pkey"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    }

    @Test
    void pageOfAStory() {
        List<String> plan = plan(StoryArchiveRepository.PAGES
                .replace(":ids", "'{01900000-0000-7000-8000-000000000010}'")
                .replace(":visible", "'{PUBLISHED}'")
                .replace(":afterTime", "'2019-01-01'")
                .replace(":afterId", "'00000000-0000-0000-0000-000000000000'")
                .replace(":rows", "21"));
        assertThat(plan).anyMatch(line -> line.contains("story_member_earliest"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    }

    @Test
    void storiesOfArticles() {
        List<String> plan = plan(StoryArchiveRepository.STORIES_OF_ARTICLES
                .replace(":ids", "'{01900000-0000-7000-8000-000000000010}'")
                .replace(":visible", "'{PUBLISHED}'"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    }

    /** As Hibernate writes what {@code ArticleConditions} says. */
    @Test
    void listWithOneArticleOfEachStory() {
        List<String> plan = plan("""
                select * from article a where a.status in ('PUBLISHED', 'CORRECTED') and not exists (
                  select 1 from story_member own, story_member twin, article earlier
                  where own.article_id = a.id and twin.story_id = own.story_id and earlier.id = twin.article_id
                  and (twin.published_at, twin.article_id) < (a.published_at, a.id)
                  and earlier.status in ('PUBLISHED', 'CORRECTED'))
                order by a.published_at desc, a.id desc fetch first 21 rows only
                """);
        assertThat(plan).anyMatch(line -> line.contains("using article_newest"));
        assertThat(plan).noneMatch(line -> line.contains("Sort") || line.contains("Seq Scan"));
    }

    private List<String> plan(String query) {
        return database.list("explain " + query);
    }
}
