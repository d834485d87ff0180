package org.khabar.article.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Statements of one reading, none of which outlasts its request's deadline by more than a tenth: the server is told anew of
 * the time that is left only when that has become much less than it was told before.
 */
final class SearchSession {

    private static final double MUCH_LESS = 0.9;

    private final Connection connection;
    private final SearchDeadline deadline;
    private long told;

    /** @param told how many milliseconds a statement of the connection may take as it is set now */
    SearchSession(Connection connection, SearchDeadline deadline, long told) {
        this.connection = connection;
        this.deadline = deadline;
        this.told = told;
    }

    <T> List<T> list(SearchStatement statement, SearchStatement.RowReader<T> reader) throws SQLException {
        long left = deadline.millisLeft();
        if (left < told * MUCH_LESS) {
            tell(left);
        }
        return statement.list(connection, reader);
    }

    private void tell(long millis) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local statement_timeout = " + millis);
        }
        told = millis;
    }
}
