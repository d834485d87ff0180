package org.khabar.article.article;

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

/** An archive of the time before the keys gets them, and then knows its articles again. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IdentityMigrationTest {

    private final Database database;
    private final AgroalDataSource source;

    IdentityMigrationTest(Database database, AgroalDataSource source) {
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
    void storedArticlesGetTheirKeys() throws Exception {
        String url = "https://www.hespress.com/خبر";
        Service.importPage(Pages.numbered(1), Map.of("url", url));
        Service.importPage(Pages.numbered(2));
        String columns = "select content_key || ' ' || sketch::text || coalesce(url_key, '') from article order by id";
        List<String> keys = database.list(columns);
        database.execute(
                "alter table article alter column content_key drop not null, alter column sketch drop not null");
        database.execute("update article set content_key = null, sketch = null, url_key = url where url is not null");
        database.execute("update article set content_key = null, sketch = null");

        migrate();

        assertThat(database.list(columns)).isEqualTo(keys);
        assertThat(Service.importPage(Pages.numbered(1), Map.of("url", url)).statusCode())
                .isEqualTo(200);
        assertThat(Service.importPage(Pages.numbered(2)).statusCode()).isEqualTo(200);
    }

    private void migrate() throws Exception {
        try (Connection connection = source.getConnection()) {
            new IdentityMigration().migrate(new Context() {
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
