package org.khabar.deploy.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.khabar.deploy.StackException;
import org.khabar.deploy.archive.Folders;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Secret;
import org.khabar.deploy.installation.Secrets;
import org.khabar.deploy.process.ProcessSpec;
import org.khabar.deploy.process.Subprocess;
import org.khabar.deploy.progress.Progress;
import org.khabar.deploy.stack.Health;
import org.khabar.deploy.stack.StackPart;

/**
 * PostgreSQL on 127.0.0.1, passwords by SCRAM, UTF-8, text sorted by code point whatever the machine's locale. Its
 * settings are the server's own defaults where nothing is said: fsync stays on.
 */
public final class PostgresPart implements StackPart {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Installation installation;
    private final Secrets secrets;
    private final int port;
    private final Path data;
    private final PostgresBinaries binaries;
    private final DatabaseSetup databases;

    public PostgresPart(Installation installation, Secrets secrets, int port) {
        this.installation = installation;
        this.secrets = secrets;
        this.port = port;
        this.data = installation.dataFolder().resolve("postgres");
        this.binaries = new PostgresBinaries(installation.software().resolve("postgres"));
        this.databases = new DatabaseSetup(port, secrets);
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare(Progress progress) {
        binaries.unpack(progress);
        if (!Files.exists(data)) {
            progress.doing(part().title(), "creating the database cluster");
            createCluster();
        }
    }

    @Override
    public ProcessSpec process() {
        OrdinaryUser user = OrdinaryUser.find();
        try {
            user.own(data);
        } catch (IOException e) {
            throw StackException.because("cannot give " + data + " to PostgreSQL's user", e);
        }
        List<String> settings = List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=128MB",
                "timezone=UTC",
                "log_timezone=UTC");
        Stream<String> options = settings.stream().flatMap(setting -> Stream.of("-c", setting));
        return spec(user, "postgres", Stream.concat(Stream.of("-D", data.toString()), options));
    }

    @Override
    public Health check() {
        try {
            return new Health.Healthy(databases.describe());
        } catch (SQLException e) {
            return new Health.Unhealthy(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void afterStart() {
        databases.complete();
    }

    @Override
    public Duration startLimit() {
        return START_LIMIT;
    }

    /** A fast shutdown: clients are disconnected, nothing is lost. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public Duration stopLimit() {
        return STOP_LIMIT;
    }

    private void createCluster() {
        OrdinaryUser user = OrdinaryUser.find();
        Path unfinished = data.resolveSibling("postgres.unfinished");
        try {
            Folders.delete(unfinished);
            Files.createDirectories(unfinished, OWNER_ONLY);
            user.own(unfinished);
            Path log = installation.logFile(part()).resolveSibling("postgres-initdb.log");
            Subprocess.run("creating the database cluster", initdb(user, unfinished), log, INITDB_LIMIT);
            Files.move(unfinished, data);
        } catch (IOException e) {
            throw StackException.because("cannot create " + data, e);
        }
    }

    private ProcessSpec initdb(OrdinaryUser user, Path folder) {
        secrets.get(Secret.POSTGRES_SUPERUSER);
        Stream<String> arguments = Stream.of(
                "--pgdata=" + folder,
                "--username=" + DatabaseSetup.SUPERUSER,
                "--pwfile=" + secrets.file(Secret.POSTGRES_SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        return spec(user, "initdb", arguments);
    }

    private ProcessSpec spec(OrdinaryUser user, String program, Stream<String> arguments) {
        Stream<String> command =
                Stream.concat(Stream.of(binaries.program(program).toString()), arguments);
        List<String> whole = Stream.concat(user.prefix().stream(), command).toList();
        return new ProcessSpec(whole, Map.of(), installation.dataFolder());
    }
}
