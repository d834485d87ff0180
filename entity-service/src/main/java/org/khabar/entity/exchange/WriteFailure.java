package org.khabar.entity.exchange;

import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;

/**
 * Why lines were not committed, as far as it says what to do about it.
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL's error codes</a>
 */
enum WriteFailure {
    /** Somebody else wrote at the same time: the same again may succeed. */
    CONTENTION,
    /** One of the lines breaks a rule of ours. */
    REFUSED,
    /** The database cannot keep one of the lines. */
    DATA,
    /** Nothing that the lines can help: it would be the next ones' failure too. */
    FAULT;

    private static final int CLASS = 2;
    private static final String ROLLBACK = "40";
    /** Two writers of one row that came at once, and a lock that was not free in time. */
    private static final Set<String> CONTENTIONS = Set.of("23505", "55P03");

    /** Rows that do not fit together, data exceptions, constraints, limits of the database. */
    private static final Set<String> OF_DATA = Set.of("21", "22", "23", "54");

    static WriteFailure of(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestFailure) {
                return REFUSED;
            }
            if (cause instanceof PessimisticLockException) {
                return CONTENTION;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return ofState(sql.getSQLState());
            }
        }
        return FAULT;
    }

    /** The refusal among the causes; null when there is none. */
    static @Nullable RequestFailure findRefusal(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestFailure refusal) {
                return refusal;
            }
        }
        return null;
    }

    private static WriteFailure ofState(String state) {
        if (state.startsWith(ROLLBACK) || CONTENTIONS.contains(state)) {
            return CONTENTION;
        }
        return state.length() >= CLASS && OF_DATA.contains(state.substring(0, CLASS)) ? DATA : FAULT;
    }
}
