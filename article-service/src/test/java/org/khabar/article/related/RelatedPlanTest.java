package org.khabar.article.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;

/** Articles that share entities are found by indexes, among enough of them that it matters. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RelatedPlanTest {

    private final Database database;

    RelatedPlanTest(Database database) {
        this.database = database;
    }

    /** One entity is in every article, the others in a few. */
    @BeforeEach
    void manyMentions() {
        database.reset();
        database.execute("""
                insert into article_entity
                select cast('01900000-0000-7000-8000-' || lpad(n::text, 12, '0') as uuid),
                  case when entity = 0 then 'everywhere' else 'e' || (n * 7 + entity * 13) % 5000 end, 'PLACE', 0.2, 1
                from generate_series(1, 20000) as n, generate_series(0, 4) as entity
                on conflict do nothing
                """);
        database.execute("vacuum analyze");
    }

    @AfterEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void articlesThatShareEntities() {
        List<String> plan = database.list("explain (analyze) " + filled());
        assertThat(plan).anyMatch(line -> line.contains("article_entity_entity"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
        assertThat(plan)
                .as("reads no more of the entity that is everywhere than of another")
                .noneMatch(line -> line.matches(".*\\(actual.* rows=\\d{4,}.*"));
    }

    private static String filled() {
        return RelatedRepository.SHARED_ENTITIES
                .replace(":ids", "'{01900000-0000-7000-8000-000000010000}'")
                .replace(":entities", "8")
                .replace(":near", "40")
                .replace(":common", "256")
                .replace(":most", "60");
    }
}
