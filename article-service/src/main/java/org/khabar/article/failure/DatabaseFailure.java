package org.khabar.article.failure;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What a failure says of the database: by the SQLSTATE of the first cause that has one. */
public final class DatabaseFailure {

    private static final int CLASS = 2;

    /** Data exceptions, constraints, limits of the database: classes that name the data as the cause. */
    private static final Set<String> OF_DATA = Set.of("22", "23", "54");

    private DatabaseFailure() {}

    /** Whether the database was there, and cannot keep what it was given. */
    public static boolean isOfData(Throwable failed) {
        return findState(failed)
                .filter(state -> OF_DATA.contains(state.substring(0, CLASS)))
                .isPresent();
    }

    /** Whether the database was the cause, and not what it was given. */
    public static boolean isOfServer(Throwable failed) {
        return !isOfData(failed) && causedBySql(failed);
    }

    /** The SQLSTATE. */
    public static Optional<String> findState(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState()).filter(state -> state.length() >= CLASS);
            }
        }
        return Optional.empty();
    }

    private static boolean causedBySql(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
