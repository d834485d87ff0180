package org.khabar.entity.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The packaged service as a process that can be killed, with a database and an article feed of its own. While it runs,
 * {@link Graphql} and {@link Newsroom} ask it.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration STARTUP = Duration.ofSeconds(90);
    private static final Path PACKAGED = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final EmbeddedPostgres server;
    private final String database;
    private final FakeFeed feed;
    private final Map<String, String> config;
    private final int port;
    private @Nullable Process process;

    private ServiceProcess(EmbeddedPostgres server, String database, String publicKey, Map<String, String> config)
            throws IOException {
        this.server = server;
        this.database = database;
        this.feed = new FakeFeed();
        this.port = freePort();
        this.config = new TreeMap<>(config);
        this.config.putAll(Map.ofEntries(
                Map.entry("quarkus.http.host", "localhost"),
                Map.entry("quarkus.http.port", Integer.toString(port)),
                Map.entry("quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", database)),
                Map.entry("quarkus.datasource.username", "postgres"),
                Map.entry("quarkus.datasource.password", "postgres"),
                Map.entry("quarkus.oidc.auth-server-url", ""),
                Map.entry("quarkus.oidc.public-key", publicKey),
                Map.entry("quarkus.oidc.token.issuer", Tokens.ISSUER),
                Map.entry("quarkus.oidc-client.auth-server-url", feed.url()),
                Map.entry("quarkus.oidc-client.discovery-enabled", "false"),
                Map.entry("quarkus.oidc-client.token-path", "/token"),
                Map.entry("quarkus.oidc-client.credentials.secret", "test"),
                Map.entry("khabar.entity.feed.url", feed.url() + "/feed/articles")));
    }

    /** Services with the same key, each with an empty database of that name on one server; none is started. */
    public static List<ServiceProcess> prepare(
            EmbeddedPostgres server, Map<String, String> config, String... databases) {
        String publicKey = SigningKeys.generate();
        List<ServiceProcess> services = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String database : databases) {
                statement.execute("create database " + database);
                services.add(new ServiceProcess(server, database, publicKey, config));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return services;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Starts it and waits until it answers; its log goes on in one file in {@code target}. */
    public void start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        config.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", PACKAGED.toString()));
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            Path.of("target", database + ".log").toFile()))
                    .start();
            process = started;
            RestAssured.port = port;
            await().atMost(STARTUP)
                    .ignoreExceptionsInstanceOf(ConnectException.class)
                    .until(() -> !started.isAlive()
                            || RestAssured.get("/q/health/ready").statusCode() == 200);
            if (!started.isAlive()) {
                throw new IllegalStateException("The service ended; see target/" + database + ".log.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the process at once, as a crash does, and waits until it is gone. */
    public void kill() {
        Process running = process;
        process = null;
        if (running == null) {
            return;
        }
        try {
            running.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Appends an event to its feed, and returns the id that it got. */
    public long append(String event) {
        try {
            return feed.append(event);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** All events of its feed, in their order. */
    public List<String> events() {
        return feed.list();
    }

    /** The id of the last event whose effects are stored. */
    public long handled() {
        return number("select last_event_id from feed_cursor");
    }

    /** What a statement finds in its database, running or not: one number. */
    public long number(String sql) {
        return Long.parseLong(list(sql).getFirst());
    }

    /** The first column of a query's rows. */
    public List<String> list(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return values;
    }

    @Override
    public void close() {
        kill();
        feed.close();
    }
}
