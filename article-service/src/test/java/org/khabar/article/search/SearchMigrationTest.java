package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;

/** An archive of the time before the search is searched like one that was written since. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SearchMigrationTest {

    private static final String ROWS = "select row(s.*)::text from article_search s order by article_id";

    private final Database database;
    private final AgroalDataSource source;

    SearchMigrationTest(Database database, AgroalDataSource source) {
        this.database = database;
        this.source = source;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @AfterEach
    void emptyDatabaseAgain() {
        database.reset();
    }

    @Test
    void storedArticlesAreIndexedAsWrittenOnesAre() throws Exception {
        for (int number = 0; number < 5; number++) {
            Service.importPage(Pages.numbered(number));
        }
        Service.importPage(Pages.read("fr-lematin"), Map.of());
        List<String> rows = database.list(ROWS);
        assertThat(rows).hasSize(6);
        database.execute(
                "delete from article_search where article_id <> (select article_id from article_search limit 1)");

        migrate();
        assertThat(database.list(ROWS)).isEqualTo(rows);
        migrate();
        assertThat(database.list(ROWS)).isEqualTo(rows);
    }

    private void migrate() throws Exception {
        try (Connection connection = source.getConnection()) {
            new SearchMigration().migrate(new Context() {
                @Override
                public Configuration getConfiguration() {
                    return new FluentConfiguration();
                }

                @Override
                public Connection getConnection() {
                    return connection;
                }
            });
        }
    }
}
