package org.khabar.article.testing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Direct access to the database under test. */
@ApplicationScoped
public class Database {

    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    /** Empties everything but the outlets; the backlog first, for who works it off holds its lock until all is written. */
    public void reset() {
        execute(
                "truncate article_backlog, feed_event, revision, article, article_entity, story, story_band, story_link, comment_rate cascade");
        execute("update feed_head set last_id = 0");
    }

    public void execute(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of every row, as text. */
    public List<String> list(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public long count(String table) {
        return Long.parseLong(list("select count(*) from " + table).getFirst());
    }
}
