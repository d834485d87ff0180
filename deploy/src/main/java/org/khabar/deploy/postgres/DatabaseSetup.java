package org.khabar.deploy.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Secret;
import org.khabar.deploy.installation.Secrets;

/** The databases and roles inside a running PostgreSQL. */
final class DatabaseSetup {
    static final String SUPERUSER = "postgres";
    private static final String TIMEOUT_SECONDS = "3";

    private final int port;
    private final Secrets secrets;

    DatabaseSetup(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    /** The server's version and how many databases it serves. */
    String describe() throws SQLException {
        try (Connection connection = connect()) {
            String version = single(connection, "select split_part(version(), ' ', 2)");
            return "PostgreSQL " + version + ", databases "
                    + single(
                            connection,
                            "select string_agg(datname, ', ' order by datname) from pg_database where datname in ('article', 'entity', 'keycloak')");
        }
    }

    /** Makes what is missing; sets each role's password to the one in the secrets. */
    void complete() {
        try (Connection connection = connect()) {
            for (Database database : Database.values()) {
                complete(connection, database);
            }
        } catch (SQLException e) {
            throw new StackException("cannot set up the databases: " + e.getMessage(), e);
        }
    }

    private void complete(Connection connection, Database database) throws SQLException {
        boolean roleExists = exists(connection, "select 1 from pg_roles where rolname = ?", database);
        String role = roleExists ? "alter role %I login password %L" : "create role %I login password %L";
        execute(connection, role, database.id(), secrets.get(database.password()));
        if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
            execute(connection, "create database %I owner %I", database.id(), database.id());
        }
        execute(connection, "revoke connect, temporary on database %I from public", database.id(), "");
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.get(Secret.POSTGRES_SUPERUSER));
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        properties.setProperty("ApplicationName", "khabar");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
    }

    private static boolean exists(Connection connection, String query, Database database) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, database.id());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Runs a command that takes no parameters; the server itself quotes the names and the password. */
    private static void execute(Connection connection, String format, String first, String second) throws SQLException {
        try (PreparedStatement quote = connection.prepareStatement("select format(?, ?, ?)")) {
            quote.setString(1, format);
            quote.setString(2, first);
            quote.setString(3, second);
            try (ResultSet rows = quote.executeQuery();
                    Statement command = connection.createStatement()) {
                rows.next();
                command.execute(rows.getString(1));
            }
        }
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
