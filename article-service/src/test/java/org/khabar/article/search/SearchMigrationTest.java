package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.khabar.article.article.IdentityMigration;

/** What becomes of databases, whatever they have had. */
class SearchMigrationTest {

    private static final String ARTICLE = """
            insert into article (id, outlet_id, headline, headline_key, language, kind, status, published_at,
              published_at_stated, created_at, updated_at, version, content_key, sketch)
            select gen_random_uuid(), id, 'خبر', 'خبر', 'ar', 'NEWS', 'PUBLISHED', now(), true, now(), now(), 1, 7, '{}'
            from outlet where code = 'hespress'
            """;

    @Test
    void aFreshDatabaseHasNothingToCatchUpWith() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            DataSource database = postgres.getPostgresDatabase();
            flyway(database, MigrationVersion.LATEST).migrate();
            assertThat(list(database, "select name from backfill")).isEmpty();
        }
    }

    @Test
    void anArchiveIsCaughtUpWithInTheBackgroundAndWhatHasRunStaysValid() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            DataSource database = postgres.getPostgresDatabase();
            flyway(database, MigrationVersion.fromVersion("16")).migrate();
            assertThat(list(database, """
                            select version || ' ' || description || ' ' || checksum from flyway_schema_history
                            where version = '13.1'
                            """))
                    .as("as databases have it that ran it when it still indexed")
                    .containsExactly("13.1 search index of stored articles 1");
            execute(database, ARTICLE);
            execute(database, "insert into article_entity select id, 'e-1', 'PLACE', 0.5, 1 from article");

            flyway(database, MigrationVersion.LATEST).migrate();
            flyway(database, MigrationVersion.LATEST).validate();
            assertThat(list(database, "select name from backfill order by name"))
                    .containsExactly("mention-dates", "search");
        }
    }

    private static Flyway flyway(DataSource database, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database)
                .locations("filesystem:src/main/resources/db/migration")
                .javaMigrations(new IdentityMigration(), new SearchMigration())
                .target(target)
                .load();
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> list(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
