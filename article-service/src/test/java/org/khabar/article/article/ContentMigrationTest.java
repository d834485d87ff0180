package org.khabar.article.article;

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

/** An archive from before entities, media and subjects comes out of the migrations with its articles. */
class ContentMigrationTest {

    @Test
    void storedArticlesAndOutletsKeepWhatTheyHave() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            DataSource database = postgres.getPostgresDatabase();
            migrate(database, MigrationVersion.fromVersion("3.1"));
            execute(database, """
                    insert into article (id, outlet_id, headline, headline_key, language, kind, status, published_at,
                      published_at_stated, created_at, updated_at, version, content_key, sketch)
                    select gen_random_uuid(), outlet.id, 'خبر ' || n, 'خبر ' || n, 'ar', 'NEWS', 'PUBLISHED', now(), true, now(),
                      now(), 1, n, '{}' from outlet, generate_series(1, 50) n where code = 'hespress'
                    """);
            execute(database, """
                    insert into revision (article_id, version, outlet_id, headline, language, kind, status, published_at, blocks,
                      author, created_at)
                    select id, 1, outlet_id, headline, language, kind, status, published_at,
                      '[{"kind": "PARAGRAPH", "text": "نص"}]', 'editor', created_at from article
                    """);
            List<String> outlets = list(database, "select code from outlet order by code");

            migrate(database, MigrationVersion.LATEST);

            assertThat(list(database, "select distinct media::text || ' ' || subjects::text from article"))
                    .containsExactly("[] {}");
            assertThat(list(database, "select distinct media::text || ' ' || subjects::text from revision"))
                    .containsExactly("[] {}");
            assertThat(list(database, "select count(*) from article")).containsExactly("50");
            assertThat(list(database, "select code from outlet order by code")).isEqualTo(outlets);
            assertThat(list(database, "select distinct feeds::text || ' ' || version from outlet"))
                    .containsExactly("[] 1");
            assertThat(list(database, "select last_event_id from mention_feed_cursor"))
                    .containsExactly("0");
        }
    }

    private static void migrate(DataSource database, MigrationVersion target) {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:src/main/resources/db/migration")
                .javaMigrations(new IdentityMigration())
                .target(target)
                .load()
                .migrate();
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
