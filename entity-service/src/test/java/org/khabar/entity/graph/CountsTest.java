package org.khabar.entity.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.ServiceResource;

/** The counts say what counting the articles anew says, whatever happened to them. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class CountsTest {

    private static final int STEPS = 120;

    @Inject
    Database database;

    @AfterEach
    void emptyArchive() {
        database.execute("delete from article where id::text like '0195d000%'");
        assertCounts();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void followArticlesThatComeChangeAndGo(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            String article = "0195d000-0000-7000-8000-%012d".formatted(random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> database.execute("delete from article where id = '%s'".formatted(article));
                case 1 -> database.execute("delete from article_entity where article_id = '%s'".formatted(article));
                case 2 ->
                    database.execute("delete from article_entity where article_id = '%s' and entity_id = %s"
                            .formatted(article, place(random)));
                default -> write(article, random);
            }
        }

        assertCounts();
    }

    @Test
    void rowsAreNotChangedBehindTheirBack() {
        write("0195d000-0000-7000-8000-000000000001", new Random(1));

        assertThatThrownBy(() -> database.execute("update article_entity set mention_count = mention_count + 1"))
                .hasStackTraceContaining("rows of article_entity are not changed");
    }

    @Test
    void pairsOfAnEntityGoWithIt() {
        String entity = "0195d000-0000-7000-8000-0000000000ee";
        String article = "0195d000-0000-7000-8000-000000000001";
        String pairs = "select 1 from co_mention where '%1$s' in (cast(entity_id as text), cast(other_id as text))"
                .formatted(entity);
        database.execute("insert into entity (id, type) values ('%s', 'PLACE')".formatted(entity));
        write(article, new Random(1));
        database.execute("""
                insert into article_entity (article_id, entity_id, published_at, outlet, mention_count, salience, paired)
                select id, '%s', published_at, outlet, 1, 0.1, true from article where id = '%s'
                """.formatted(entity, article));
        database.execute("delete from article where id = '%s'".formatted(article));
        assertThat(database.list(pairs)).isNotEmpty();

        database.execute("delete from entity where id = '%s'".formatted(entity));

        assertThat(database.list(pairs)).isEmpty();
    }

    /** Writes an article with some places, one statement for each few of them, as a re-linking of parts would. */
    private void write(String article, Random random) {
        String time = "2032-%02d-%02dT%02d:00:00Z"
                .formatted(1 + random.nextInt(3), 1 + random.nextInt(28), random.nextInt(24));
        database.execute("""
                insert into article (id, version, language, published_at, outlet) values ('%s', 1, 'ar', '%s', 'aps')
                on conflict (id) do update set published_at = excluded.published_at
                """.formatted(article, time));
        for (int part = 0; part < 2; part++) {
            database.execute("""
                    insert into article_entity (article_id, entity_id, published_at, outlet, mention_count, salience, paired)
                    select '%1$s', id, (select coalesce(min(published_at), '%2$s') from article_entity where article_id = '%1$s'),
                        'aps', %3$d, 0.1, %4$s
                    from (select id from entity where type = 'PLACE' order by id offset %5$d limit %6$d) place
                    on conflict do nothing
                    """.formatted(
                            article,
                            time,
                            1 + random.nextInt(4),
                            random.nextInt(4) > 0,
                            random.nextInt(5),
                            1 + random.nextInt(4)));
        }
    }

    private static String place(Random random) {
        return "(select id from entity where type = 'PLACE' order by id offset %d limit 1)"
                .formatted(random.nextInt(8));
    }

    private void assertCounts() {
        assertSame("""
                select entity_id, day, outlet, article_count, mention_count from entity_day where article_count <> 0
                """, """
                select entity_id, day_of(published_at), outlet, count(*), sum(mention_count)
                from article_entity group by 1, 2, 3
                """);
        assertSame("select entity_id, month, article_count from entity_month where article_count <> 0", """
                select entity_id, month, count(*) from article_entity
                cross join lateral (values (month_of(published_at)), (date '-infinity')) as period (month) group by 1, 2
                """);
        assertSame("select entity_id, other_id, month, article_count from co_mention where article_count <> 0", """
                select a.entity_id, b.entity_id, month, count(*)
                from article_entity a
                join article_entity b on b.article_id = a.article_id and b.entity_id <> a.entity_id and b.paired
                cross join lateral (values (month_of(a.published_at)), (date '-infinity')) as period (month)
                where a.paired group by 1, 2, 3
                """);
        assertSame("select month, article_count from archive_month where article_count <> 0", """
                select month, count(*) from article
                cross join lateral (values (month_of(published_at)), (date '-infinity')) as period (month) group by 1
                """);
    }

    private void assertSame(String kept, String counted) {
        assertThat(rows(kept)).isEqualTo(rows(counted));
    }

    private List<String> rows(String sql) {
        return database.list("select t::text from (%s) t order by 1".formatted(sql));
    }
}
