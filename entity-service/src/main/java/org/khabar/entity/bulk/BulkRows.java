package org.khabar.entity.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that one statement takes as an array for each column, for {@code unnest}. */
public final class BulkRows {

    private final List<String> types;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    /** @param types the PostgreSQL types of the columns */
    public BulkRows(String... types) {
        this.types = List.of(types);
        this.types.forEach(type -> columns.add(new ArrayList<>()));
    }

    /** Adds a row, a value for each column. */
    public void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("%d values for %d columns".formatted(values.length, columns.size()));
        }
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
    }

    /** Whether no row was added. */
    public boolean isEmpty() {
        return columns.stream().allMatch(List::isEmpty);
    }

    /** Runs the statement with the columns as its parameters. */
    public void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1);
            statement.executeUpdate();
        }
    }

    /**
     * Gives a statement the columns as its parameters.
     *
     * @param first the number of the first parameter
     * @return the number of the one after the last
     */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        Connection connection = statement.getConnection();
        for (int i = 0; i < columns.size(); i++) {
            statement.setArray(
                    first + i,
                    connection.createArrayOf(types.get(i), columns.get(i).toArray()));
        }
        return first + columns.size();
    }
}
