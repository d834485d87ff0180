package org.khabar.article.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Fills the columns of migration 3 for the articles that were stored before, and computes the keys of their URLs anew.
 * Reads one batch at a time. Where two articles turn out to have one URL, the later keeps its old key.
 */
public final class IdentityMigration implements JavaMigration {

    private static final int BATCH = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Row(UUID id, String headline, @Nullable String url, List<TextBlock> blocks) {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3.1");
    }

    @Override
    public String getDescription() {
        return "identity of stored articles";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (PreparedStatement select = connection.prepareStatement("""
                        select a.id, a.headline, a.url, r.blocks from article a
                        join revision r on r.article_id = a.id and r.version = a.version
                        where a.id > ? order by a.id limit %d
                        """.formatted(BATCH));
                Statement require = connection.createStatement()) {
            @Nullable UUID last = new UUID(0, 0);
            while (last != null) {
                select.setObject(1, last);
                last = fill(connection, select);
            }
            require.execute("alter table article alter column content_key set not null");
            require.execute("alter table article alter column sketch set not null");
        }
    }

    /** Fills the rows of a batch; the id of its last, null when there was none. */
    private static @Nullable UUID fill(Connection connection, PreparedStatement select) throws SQLException {
        UUID last = null;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                last = rows.getObject(1, UUID.class);
                fill(connection, new Row(last, rows.getString(2), rows.getString(3), blocks(rows.getString(4))));
            }
        }
        return last;
    }

    private static void fill(Connection connection, Row row) throws SQLException {
        int[] sketch = TextSketch.of(TextShingles.of(row.blocks()));
        Array array =
                connection.createArrayOf("int4", Arrays.stream(sketch).boxed().toArray());
        try (PreparedStatement update = connection.prepareStatement("""
                update article set content_key = ?, sketch = ?, url_key = case
                  when exists (select 1 from article other where other.url_key = ? and other.id <> article.id)
                  then url_key else ? end
                where id = ?
                """)) {
            String urlKey = row.url() == null ? null : UrlKey.of(row.url());
            update.setLong(1, ContentKey.of(row.headline(), row.blocks()));
            update.setArray(2, array);
            update.setString(3, urlKey);
            update.setString(4, urlKey);
            update.setObject(5, row.id());
            update.executeUpdate();
        }
    }

    private static List<TextBlock> blocks(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<TextBlock>>() {});
        } catch (JsonProcessingException garbled) {
            throw new IllegalStateException("a revision's blocks are no JSON", garbled);
        }
    }
}
