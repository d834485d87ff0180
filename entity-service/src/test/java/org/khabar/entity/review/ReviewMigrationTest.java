package org.khabar.entity.review;

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
import org.junit.jupiter.api.Test;

/** Decisions from before there were rulings are kept when a database with articles in it is brought up to date. */
class ReviewMigrationTest {

    private static final String ARCHIVE = """
            insert into entity (id, type) values
                ('00000000-0000-0000-0000-0000000000e1', 'PERSON'), ('00000000-0000-0000-0000-0000000000e2', 'PERSON');
            insert into article (id, version, language, published_at, outlet)
                values ('00000000-0000-0000-0000-0000000000a1', 1, 'ar', now(), 'aps'),
                    ('00000000-0000-0000-0000-0000000000a2', 1, 'ar', now(), 'aps');
            insert into mention (article_id, entity_id, block, start_offset, end_offset, surface, alias_type, confidence, status)
            select '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000e1', 0, start, start + 10, 'أحمد الشرع',
                'NAME', 0.95, status
            from (values (0, 'CONFIRMED'), (10, 'REJECTED'), (20, 'AUTO'), (30, 'AUTO')) as mention (start, status);
            insert into mention_reassignment (article_id, block, start_offset, entity_id) values
                ('00000000-0000-0000-0000-0000000000a1', 0, 20, '00000000-0000-0000-0000-0000000000e2');
            insert into seen_name (article_id, block, start_offset, end_offset, surface, search_key, type, context)
                values ('00000000-0000-0000-0000-0000000000a2', 0, 0, 4, 'سامر', 'سامر', 'PERSON', 'سامر');
            """;

    @Test
    void decisionsBecomeRulingsAndWhatIsToBeReviewedIsLinkedAgain() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            DataSource database = postgres.getPostgresDatabase();
            migrate(database, "12");
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(ARCHIVE);
            }

            migrate(database, "13");

            assertThat(list(database, """
                    select start_offset || ' ' || coalesce(right(meant::text, 2), '-') || ' '
                        || coalesce(right(rejected[1]::text, 2), '-') || ' '
                        || (select string_agg(kind, ',') from mention_decision where ruling_id = mention_ruling.id)
                    from mention_ruling order by start_offset
                    """))
                    .containsExactly("0 e1 - CONFIRMED", "10 - e1 REJECTED", "20 e2 e1 REASSIGNED");
            assertThat(list(database, "select start_offset from mention order by start_offset"))
                    .as("a rejected mention is none")
                    .containsExactly("0", "20", "30");
            assertThat(list(database, """
                    select right(entity_id::text, 2) || ' ' || confirmed || ' ' || rejected from name_prior order by 1
                    """)).containsExactly("e1 1 2", "e2 1 0");
            assertThat(list(database, "select right(article_id::text, 2) from relink_article order by requested_at"))
                    .as(
                            "which also finds what the names of rulings are looked up by, before they speak in other articles")
                    .containsExactly("a1", "a2");
        }
    }

    private static void migrate(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static List<String> list(DataSource database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }
}
