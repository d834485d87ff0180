package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** The queries that lists are made of find their rows by an index, among enough articles that it matters. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NewestFirstPlanTest {

    private static final String COLUMNS = "select * from article where status in ('PUBLISHED', 'CORRECTED')";
    private static final String ORDER = " order by published_at desc, id desc limit 21";

    private final Database database;

    NewestFirstPlanTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void manyArticles() {
        database.reset();
        database.execute("""
                insert into article (id, outlet_id, headline, headline_key, language, kind, status, published_at,
                  published_at_stated, created_at, updated_at, version, content_key, sketch)
                select gen_random_uuid(), case when n % 500 = 0 then hespress.id else le360.id end, 'h' || n, 'h' || n,
                  case when n % 50 = 0 then 'fr' else 'ar' end, 'NEWS', 'PUBLISHED',
                  timestamptz '2020-01-01' + n * interval '7 minutes', true, now(), now(), 1, n, array[n, n + 1]
                from generate_series(1, 20000) as n, outlet as hespress, outlet as le360
                where hespress.code = 'hespress' and le360.code = 'le360'
                """);
        database.execute("analyze article");
    }

    @AfterEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void firstPage() {
        usesIndex("article_newest", COLUMNS + ORDER);
    }

    @Test
    void pageAfterACursor() {
        String after = " and (published_at, id) < ('2020-03-01', '01900000-0000-7000-8000-000000000000')";
        usesIndex("article_newest", COLUMNS + after + ORDER);
        assertThat(plan(COLUMNS + after + ORDER)).anyMatch(line -> line.contains("Index Cond: (ROW(published_at, id)"));
    }

    @Test
    void pageOfAnOutlet() {
        String id =
                database.list("select id from outlet where code = 'hespress'").getFirst();
        String outlet = " and outlet_id in ('" + id + "')";
        usesIndex("article_outlet_newest", COLUMNS + outlet + ORDER);
    }

    @Test
    void whatReadersDoNotSee() {
        database.execute("update article set status = 'DRAFT' where content_key % 1000 = 0");
        database.execute("update article set status = 'WITHDRAWN' where content_key % 2 = 1");
        database.execute("analyze article");
        String unpublished = " and status not in ('PUBLISHED', 'CORRECTED')";
        usesIndex(
                "article_unpublished_status", "select * from article where status in ('DRAFT')" + unpublished + ORDER);
        assertThat(plan("select * from article where status in ('DRAFT', 'WITHDRAWN')" + unpublished + ORDER))
                .anyMatch(line -> line.contains("article_unpublished"))
                .noneMatch(line -> line.contains("Seq Scan"));
        assertThat(drafts())
                .isEqualTo(database.list("select id from article where status = 'DRAFT'"
                        + " order by published_at desc, id desc limit 5"));
    }

    private static List<String> drafts() {
        List<String> ids = new ArrayList<>();
        Service.graphql(Tokens.editor(), "{ articles(first: 5, filter: {statuses: [DRAFT]}) { nodes { id } } }")
                .at("/data/articles/nodes")
                .forEach(node -> ids.add(node.get("id").asText()));
        return ids;
    }

    @Test
    void articlesOfOutlets() {
        String ids = "select id from outlet where code in ('hespress', 'le360')";
        List<String> plan = plan(OutletArticlesRepository.PAGES
                .replace(":ids", "array(" + ids + ")")
                .replace(":visible", "'{PUBLISHED,CORRECTED}'")
                .replace(":afterTime", "'9999-12-31'")
                .replace(":afterId", "'ffffffff-ffff-ffff-ffff-ffffffffffff'")
                .replace(":rows", "6"));
        assertThat(plan).anyMatch(line -> line.contains("article_outlet_newest"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on article"));
    }

    @Test
    void articlesOfAnEntityThatManyName() {
        database.execute("""
                insert into article_entity (article_id, entity_id, entity_type, salience, mention_count)
                select id, 'everywhere', 'PLACE', 0.5, 1 from article
                """);
        database.execute("vacuum analyze article_entity");
        List<String> plan = database.list("explain (analyze) " + naming("{}"));
        assertThat(plan).anyMatch(line -> line.contains("article_entity_newest"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort"));
        assertThat(plan)
                .as("reads no more than it lists")
                .noneMatch(line -> line.matches(".*\\(actual.* rows=\\d{3,}.*"));
        assertThat(database.list("explain (analyze) " + naming("{xx}")))
                .as("looks at a bounded number for a filter that nothing meets")
                .noneMatch(line -> line.matches(".*article_entity.*\\(actual.* rows=\\d{4,}.*"));
    }

    private static String naming(String languages) {
        return PublishedListingRepository.NAMING
                .replace(":entity", "'everywhere'")
                .replace(":scanned", "999")
                .replace(":statuses", "'{PUBLISHED,CORRECTED}'")
                .replace(":outlets", "'{}'")
                .replace(":languages", "'" + languages + "'")
                .replace(":kinds", "'{}'")
                .replace(":subjects", "'{}'")
                .replace(":count", "50");
    }

    @Test
    void articlesOfARareSubject() {
        database.execute("update article set subjects = array['medtop:20000344'] where content_key % 4000 = 0");
        database.execute("analyze article");
        String subject = " and subjects && cast(array['medtop:20000344', 'medtop:04000000'] as varchar[])";
        assertThat(plan(COLUMNS + subject + ORDER)).anyMatch(line -> line.contains("article_subjects"));
    }

    @Test
    void articleThatSaysTheSame() {
        List<String> plan = plan(filled(ArticleRepository.SAME_CONTENT));
        assertThat(plan).anyMatch(line -> line.contains("using article_content"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    }

    @Test
    void articlesAlike() {
        for (String query : List.of(ArticleRepository.ALIKE_DATED, ArticleRepository.ALIKE_UNDATED)) {
            List<String> plan = plan(filled(query));
            assertThat(plan).anyMatch(line -> line.contains("article_outlet_headline"));
            assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
        }
        assertThat(plan(filled(ArticleRepository.ALIKE_DATED))).anyMatch(line -> line.contains("_newest"));
    }

    private String filled(String query) {
        String id = database.list("select id from outlet where code = 'le360'").getFirst();
        return query.replace(":outlet", "uuid '" + id + "'")
                .replace(":unknown", "uuid '01941f29-7c00-78b4-a652-e44da7f29e26'")
                .replace(":headlineKey", "'h7'")
                .replace(":contentKey", "7")
                .replace(":time", "timestamptz '2020-03-01'")
                .replace(":from", "timestamptz '2020-02-28'")
                .replace(":to", "timestamptz '2020-03-02'")
                .replace(":stated", "true")
                .replace(":sketch", "'{7,8}'")
                .replace(":urlKey", "''")
                .replace(":limit", "20");
    }

    private void usesIndex(String index, String query) {
        List<String> plan = plan(query);
        assertThat(plan).anyMatch(line -> line.contains("using " + index));
        assertThat(plan).noneMatch(line -> line.contains("Sort") || line.contains("Seq Scan on article"));
    }

    private List<String> plan(String query) {
        return database.list("explain " + query);
    }
}
