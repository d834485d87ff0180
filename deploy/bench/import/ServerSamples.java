import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What PostgreSQL is at while it is watched: a look at its sessions every few milliseconds, statements with what they wait for. */
final class ServerSamples implements AutoCloseable {

    private static final int PAUSE_MILLIS = 7;
    private static final int SHOWN = 25;

    /** Sessions between statements, but within a transaction, wait for the service. */
    private static final String SESSIONS = """
            select case when state = 'active' then coalesce(wait_event_type || ':' || wait_event, 'works') else state end
              || ' | ' || regexp_replace(left(query, 110), '\\s+', ' ', 'g')
            from pg_stat_activity
            where pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'
            """;

    private final Map<String, Integer> seen = new TreeMap<>();
    private final Thread watch;
    private int looks;

    ServerSamples(DataSource source) {
        watch = Thread.ofPlatform().daemon().start(() -> watch(source));
    }

    private void watch(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            while (!Thread.currentThread().isInterrupted()) {
                look(statement);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            // Nobody watches any more.
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void look(Statement statement) throws SQLException {
        looks++;
        try (ResultSet rows = statement.executeQuery(SESSIONS)) {
            while (rows.next()) {
                seen.merge(rows.getString(1), 1, Integer::sum);
            }
        }
    }

    /** Ends the watch and prints what was seen most, in parts of the looks. */
    @Override
    public void close() throws InterruptedException {
        watch.interrupt();
        watch.join();
        System.out.println(looks + " looks at PostgreSQL's sessions; seen in % of them:");
        seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(entry -> System.out.printf("%5.1f  %s%n", 100.0 * entry.getValue() / looks, entry.getKey()));
    }
}
