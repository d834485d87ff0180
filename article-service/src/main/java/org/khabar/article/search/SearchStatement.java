package org.khabar.article.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A statement and its parameters: texts, numbers, instants, arrays of texts or ids. */
record SearchStatement(String text, List<Object> parameters) {

    SearchStatement {
        parameters = List.copyOf(parameters);
    }

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(Connection connection, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            bind(connection, statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        }
    }

    /** Carries out a statement that changes rows; how many it changed. */
    int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            bind(connection, statement);
            return statement.executeUpdate();
        }
    }

    void bind(Connection connection, PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object parameter : parameters) {
            switch (parameter) {
                case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
                case UUID[] ids -> statement.setArray(index, connection.createArrayOf("uuid", ids));
                case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
                default -> statement.setObject(index, parameter);
            }
            index++;
        }
    }
}
