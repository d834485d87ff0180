import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The tables that an import fills: empties them, writes their rows to files and reads the files back by COPY. */
final class Tables {

    /** What an import writes, in the order of the references; generated columns fill themselves. */
    static final List<String> STORED = List.of("article", "revision", "feed_event");

    /** These and the search index and the stories, which follow. */
    static final List<String> ALL =
            List.of("article", "revision", "feed_event", "article_search", "story_sketch", "story_band");

    private static final String COLUMNS = """
            select quote_ident(attname) from pg_attribute
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
            """;

    private final DataSource source;

    Tables(DataSource source) {
        this.source = source;
    }

    void empty() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate article_backlog, " + String.join(", ", ALL)
                    + ", story, story_link, search_new_words, search_term cascade");
            statement.execute("update feed_head set last_id = 0");
            statement.execute("checkpoint");
        }
    }

    /** Nothing is taken into the search index any more. */
    void emptyBacklog() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate article_backlog, search_new_words");
        }
    }

    long count(String table) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    void awaitEmpty(String table) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            while (hasRows(statement, table)) {
                Thread.sleep(100);
            }
        }
    }

    private static boolean hasRows(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select exists (select from " + table + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Writes the rows of tables to files of their names in a new folder, which the server writes. */
    Path write(Path below, List<String> tables) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(below.toAbsolutePath(), "rows");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("copy %s (%s) to '%s'"
                        .formatted(table, columns(statement, table), folder.resolve(table)));
            }
        }
        return folder;
    }

    /** Empties all tables and reads the files of some into them, in one transaction; how many seconds the reading takes. */
    double read(Path folder, List<String> tables) throws SQLException {
        empty();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, String> columns = new TreeMap<>();
            for (String table : tables) {
                columns.put(table, columns(statement, table));
            }
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            for (String table : tables) {
                statement.execute("copy %s (%s) from '%s'".formatted(table, columns.get(table), folder.resolve(table)));
            }
            connection.commit();
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static String columns(Statement statement, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(COLUMNS.formatted(table))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return String.join(", ", names);
    }
}
