package org.khabar.entity.mention;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a failure is an event's own fault, so that trying again is in vain until something here changes.
 *
 * <p>Of the database's failures only those of the data are: whatever else it reports (away, deadlock, timeout, read-only
 * after a failover, a table that is missing) would meet the next event as well.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
final class EventFault {

    private static final int MOST_CAUSES = 20;
    private static final Set<String> OF_THE_DATA = Set.of("22", "23");
    private static final Set<String> SURROUNDINGS = Set.of(
            "jakarta.transaction",
            "jakarta.persistence",
            "org.hibernate",
            "java.net",
            "java.io",
            "io.agroal",
            "io.quarkus");

    private EventFault() {}

    static boolean explains(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SQLException database) {
                return isOfTheData(database.getSQLState());
            }
            cause = cause.getCause();
        }
        return !isOfTheSurroundings(failure);
    }

    private static boolean isOfTheData(@Nullable String state) {
        return state != null && state.length() >= 2 && OF_THE_DATA.contains(state.substring(0, 2));
    }

    /** A transaction or a connection that failed without saying why. */
    private static boolean isOfTheSurroundings(Throwable failure) {
        String name = failure.getClass().getName();
        return SURROUNDINGS.stream().anyMatch(library -> name.startsWith(library + '.'));
    }
}
