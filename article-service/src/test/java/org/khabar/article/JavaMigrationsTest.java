package org.khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;

/** An archive that is updated has had every migration, also those that are no SQL. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class JavaMigrationsTest {

    private final Database database;

    JavaMigrationsTest(Database database) {
        this.database = database;
    }

    @Test
    void migrationsThatAreCodeRunInTheirPlace() {
        assertThat(database.list("select version from flyway_schema_history where success order by installed_rank"))
                .containsSubsequence("3", "3.1", "10")
                .containsSubsequence("13", "13.1", "14");
    }
}
