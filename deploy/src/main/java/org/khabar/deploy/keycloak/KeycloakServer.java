package org.khabar.deploy.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.khabar.deploy.StackException;
import org.khabar.deploy.archive.Folders;
import org.khabar.deploy.archive.TarArchive;
import org.khabar.deploy.process.Jdk;
import org.khabar.deploy.process.ProcessSpec;
import org.khabar.deploy.process.Subprocess;
import org.khabar.deploy.progress.Progress;

/**
 * The Keycloak server in its folder: unpacked and built once for PostgreSQL. Its {@code kc.sh} stays as a parent of the
 * server and needs tools that a bare machine may lack, so the server is run as that script runs it.
 */
final class KeycloakServer {
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=true", "--http-management-health-enabled=false");
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private final Path archives;
    private final Path folder;

    /**
     * @param archives the folder with the archive that the build fetched
     * @param folder where the server is unpacked; replaced when the archive is of another version
     */
    KeycloakServer(Path archives, Path folder) {
        this.archives = archives;
        this.folder = folder;
    }

    /** Unpacks and builds the server unless this very one stands there built. */
    void prepare(Progress progress, Path log) {
        Path stamp = folder.resolve("built-from");
        Path archive = archive();
        String wanted = archive.getFileName() + " " + String.join(" ", BUILD);
        try {
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
                return;
            }
            progress.doing("Keycloak", "unpacking");
            Folders.delete(folder);
            try (InputStream stream = Files.newInputStream(archive)) {
                TarArchive.unpack(stream, folder, 1);
            }
            progress.doing("Keycloak", "building the server for PostgreSQL; this is done once");
            Subprocess.run("building Keycloak", command(BUILD, Map.of()), log, BUILD_LIMIT);
            Files.writeString(stamp, wanted);
        } catch (IOException e) {
            throw StackException.because("cannot unpack Keycloak to " + folder, e);
        }
    }

    /** Puts the realm where the server looks for it when it starts. */
    void offerRealm(Path realm) {
        Path target = folder.resolve("data").resolve("import").resolve(Objects.requireNonNull(realm.getFileName()));
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.write(target, Files.readAllBytes(realm));
        } catch (IOException e) {
            throw StackException.because("cannot copy the realm to " + target, e);
        }
    }

    /** The server with these arguments. */
    ProcessSpec command(List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(Jdk.java());
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + folder);
        command.add("-Djboss.server.config.dir=" + folder.resolve("conf"));
        command.add("-cp");
        command.add(folder.resolve("lib").resolve("quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return new ProcessSpec(command, environment, folder);
    }

    private Path archive() {
        try (Stream<Path> files = Files.list(archives)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> notBuilt());
        } catch (IOException e) {
            throw notBuilt();
        }
    }

    private StackException notBuilt() {
        return new StackException(
                "Keycloak's archive is not in " + archives + "; build Khabar first: ./mvnw -DskipTests package");
    }
}
