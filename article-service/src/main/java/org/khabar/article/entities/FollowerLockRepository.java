package org.khabar.article.entities;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process of several follow the feed: the one whose connection holds the advisory lock. PostgreSQL frees the lock
 * with the connection, so a process that dies is followed by another at once. Used by one thread.
 *
 * <p>Spares work; that nothing is stored twice rests on the cursor's row lock.
 */
@ApplicationScoped
class FollowerLockRepository {

    private static final Logger LOG = Logger.getLogger(FollowerLockRepository.class);
    private static final String LOCK = "select pg_try_advisory_lock(hashtext('khabar.feed.mentions'))";
    private static final int VALIDATION_SECONDS = 5;

    private final DataSource dataSource;
    private @Nullable Connection held;

    FollowerLockRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether this process is the one; becomes it when no other is. */
    boolean acquire() throws SQLException {
        Connection connection = held;
        if (connection != null && connection.isValid(VALIDATION_SECONDS)) {
            return true;
        }
        release();
        held = lockedConnection();
        return held != null;
    }

    /** Lets another process follow. */
    void release() {
        Connection connection = held;
        held = null;
        if (connection == null) {
            return;
        }
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException lost) {
            LOG.debugf(lost, "The connection that held the feed's lock was lost before.");
        }
    }

    private @Nullable Connection lockedConnection() throws SQLException {
        Connection connection = dataSource.getConnection();
        boolean locked = false;
        try {
            locked = lock(connection);
        } finally {
            if (!locked) {
                connection.close();
            }
        }
        return locked ? connection : null;
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(LOCK)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
