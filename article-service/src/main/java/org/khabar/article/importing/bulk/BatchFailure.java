package org.khabar.article.importing.bulk;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;

/**
 * Why a batch was not committed, as far as it says what to do about it.
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL's error codes</a>
 */
enum BatchFailure {
    /** Somebody else wrote at the same time: the same again may succeed. */
    CONTENTION,
    /** One of the items breaks a rule of ours. */
    REFUSED,
    /** The database cannot keep one of the items. */
    DATA,
    /** Nothing that the items can help: it would be the next batch's failure too. */
    FAULT;

    private static final int CLASS = 2;

    /** Serialization failures and deadlocks. */
    private static final String ROLLBACK = "40";

    /**
     * Two writers of one article that came at once, a lock that was not free in time, and a server that has no room for
     * another lock. Whoever lost looks for the article anew and finds it.
     */
    private static final Set<String> CONTENTIONS = Set.of("23505", "55P03", "53200");

    /** Data exceptions, constraints, limits of the database: classes that name the data as the cause. */
    private static final Set<String> OF_DATA = Set.of("22", "23", "54");

    static BatchFailure of(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RequestFailure _ -> {
                    return REFUSED;
                }
                case OptimisticLockException _ -> {
                    return CONTENTION;
                }
                case PessimisticLockException _ -> {
                    return CONTENTION;
                }
                default -> {}
            }
        }
        String state = sqlState(failed);
        return state == null ? FAULT : ofState(state);
    }

    private static BatchFailure ofState(String state) {
        if (state.startsWith(ROLLBACK) || CONTENTIONS.contains(state)) {
            return CONTENTION;
        }
        return OF_DATA.contains(state.substring(0, CLASS)) ? DATA : FAULT;
    }

    /** The first code that a cause has; null when none has one. */
    static @Nullable String sqlState(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().length() < CLASS ? null : sql.getSQLState();
            }
        }
        return null;
    }
}
