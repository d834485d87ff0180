package org.khabar.article.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;

/** Comments are read by indexes, among enough of them that it matters. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CommentPlanTest {

    private static final String ARTICLE = "'{01900000-0000-7000-8000-000000000007}'";
    private static final String COMMENT = "'{01900000-0000-7000-9000-000000000007}'";

    private final Database database;

    CommentPlanTest(Database database) {
        this.database = database;
    }

    /** Every fourth is a reply, one in a hundred waits. */
    @BeforeEach
    void manyComments() {
        database.reset();
        database.execute("""
                insert into article (id, outlet_id, headline, headline_key, language, kind, status, published_at,
                  published_at_stated, created_at, updated_at, version, content_key, sketch)
                select cast('01900000-0000-7000-8000-' || lpad(n::text, 12, '0') as uuid), outlet.id, 'h', 'h', 'ar', 'NEWS',
                  'PUBLISHED', timestamptz '2020-01-01' + n * interval '7 minutes', true, now(), now(), 1, n, array[n]
                from generate_series(0, 1000) as n, outlet where outlet.code = 'le360'
                """);
        database.execute("""
                insert into comment (id, article_id, parent_id, author, author_name, text, status, created_at)
                select cast('01900000-0000-7000-9000-' || lpad(n::text, 12, '0') as uuid),
                  cast('01900000-0000-7000-8000-' || lpad((n % 1000)::text, 12, '0') as uuid),
                  case when n > 1000 and n % 4 = 0
                    then cast('01900000-0000-7000-9000-' || lpad((n % 1000 + 1)::text, 12, '0') as uuid) end,
                  'a' || n, 'n', 't', case when n % 100 = 0 then 'PENDING' else 'APPROVED' end,
                  timestamptz '2024-01-01' + n * interval '1 second'
                from generate_series(1, 40000) as n
                """);
        database.execute("vacuum analyze");
    }

    @AfterEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void commentsOfArticles() {
        usesIndex("comment_thread", filled(CommentRepository.COMMENTS, ARTICLE));
    }

    @Test
    void repliesOfComments() {
        usesIndex("comment_replies", filled(CommentRepository.REPLIES, COMMENT));
    }

    @Test
    void queueOfModerators() {
        usesIndex("comment_queue", filled(CommentRepository.QUEUE, ""));
    }

    @Test
    void countsOfArticles() {
        usesIndex("comment_approved", filled(CommentRepository.COUNTS, ARTICLE));
    }

    private void usesIndex(String index, String query) {
        List<String> plan = database.list("explain " + query);
        assertThat(plan).anyMatch(line -> line.contains(index));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    }

    private static String filled(String query, String ids) {
        return query.replace(":ids", ids)
                .replace(":viewer", "'a7'")
                .replace(":status", "'PENDING'")
                .replace(":published", "'{PUBLISHED,CORRECTED}'")
                .replace(":afterTime", "'1970-01-01'")
                .replace(":afterId", "'00000000-0000-0000-0000-000000000000'")
                .replace(":rows", "21");
    }
}
