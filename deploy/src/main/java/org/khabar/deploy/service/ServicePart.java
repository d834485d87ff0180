package org.khabar.deploy.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.khabar.deploy.StackException;
import org.khabar.deploy.archive.Folders;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.process.Jdk;
import org.khabar.deploy.process.ProcessSpec;
import org.khabar.deploy.progress.Progress;
import org.khabar.deploy.stack.Health;
import org.khabar.deploy.stack.StackPart;

/**
 * One of Khabar's services. It runs from a copy of the packaged application, so that a build beside the running stack
 * does not pull its classes away.
 */
public final class ServicePart implements StackPart {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final Part part;
    private final Path packaged;
    private final Path copy;
    private final int port;
    private final Supplier<Map<String, String>> environment;
    private final HealthEndpoint health;

    /** @param environment what configures the service, besides its port and address; asked when the service starts */
    public ServicePart(Part part, Installation installation, Ports ports, Supplier<Map<String, String>> environment) {
        this.part = part;
        this.packaged = installation.root().resolve(part.id()).resolve("target/quarkus-app");
        this.copy = installation.software().resolve(part.id());
        this.port = ports.of(part);
        this.environment = environment;
        this.health = new HealthEndpoint(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare(Progress progress) {
        if (!Files.exists(packaged.resolve("quarkus-run.jar"))) {
            throw new StackException(
                    part.title() + " is not built: " + packaged + " is missing; run ./mvnw -DskipTests package");
        }
        try {
            Folders.delete(copy);
            Files.createDirectories(copy.getParent());
            Folders.copy(packaged, copy);
        } catch (IOException e) {
            throw StackException.because("cannot copy " + packaged + " to " + copy, e);
        }
    }

    @Override
    public ProcessSpec process() {
        Map<String, String> variables = new HashMap<>(environment.get());
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        List<String> command = new ArrayList<>();
        command.add(Jdk.java());
        command.addAll(JVM);
        command.add("-jar");
        command.add(copy.resolve("quarkus-run.jar").toString());
        return new ProcessSpec(command, variables, copy);
    }

    @Override
    public Health check() {
        return health.check();
    }

    @Override
    public Duration startLimit() {
        return START_LIMIT;
    }

    @Override
    public Duration stopLimit() {
        return STOP_LIMIT;
    }
}
