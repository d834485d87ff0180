package org.khabar.deploy.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.khabar.deploy.archive.Folders;
import org.khabar.deploy.client.AccessTokens;
import org.khabar.deploy.client.GraphqlAnswer;
import org.khabar.deploy.client.GraphqlClient;
import org.khabar.deploy.client.ImportClient;
import org.khabar.deploy.client.Login;
import org.khabar.deploy.importing.ImportRun;
import org.khabar.deploy.importing.PageOutcome;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.progress.PlainProgress;
import org.khabar.deploy.service.LocalStack;
import org.khabar.deploy.stack.PartStatus;
import org.khabar.deploy.stack.Stack;

/** A stack of its own for the tests, on free ports, with nothing in it; the unpacked servers are kept between runs. */
final class RunningStack implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("khabar.root", ".."));
    private static final Path FOLDER = Path.of(System.getProperty("khabar.test.directory", "target/stack"));

    private final Installation installation;
    private final Ports ports;
    private final Stack stack;
    private final Map<String, AccessTokens> tokens = new java.util.concurrent.ConcurrentHashMap<>();

    private RunningStack(Installation installation, Ports ports) {
        this.installation = installation;
        this.ports = ports;
        this.stack = LocalStack.of(installation, ports);
    }

    static RunningStack start() throws IOException {
        Installation installation = new Installation(ROOT, FOLDER.resolve("home"), FOLDER.resolve("software"));
        LocalStack.of(installation, Ports.defaults()).stop(new PlainProgress(System.out)); // of a run that was killed
        Folders.delete(installation.home());
        RunningStack running = new RunningStack(installation, freePorts());
        running.startMissingParts();
        return running;
    }

    Installation installation() {
        return installation;
    }

    Ports ports() {
        return ports;
    }

    void startMissingParts() {
        try (PlainProgress progress = new PlainProgress(System.out)) {
            stack.start(progress);
        }
    }

    PartStatus status(Part part) {
        return stack.status().stream()
                .filter(status -> status.part() == part)
                .findFirst()
                .orElseThrow();
    }

    /** Ends the part's process at once, as a crash does, and waits until it is gone. */
    void kill(Part part) {
        long pid = status(part).processId().orElseThrow();
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    String token(String user) {
        return tokens(user).get();
    }

    GraphqlAnswer ask(String user, String query) {
        return new GraphqlClient(ports, tokens(user)).ask(query);
    }

    /** Imports pages as an editor. */
    List<PageOutcome> importPages(List<Path> pages) {
        List<PageOutcome> outcomes = new ArrayList<>();
        new ImportRun(new ImportClient(ports, tokens("editor"), null)).run(pages, outcomes::add);
        return outcomes;
    }

    private AccessTokens tokens(String user) {
        return tokens.computeIfAbsent(user, name -> new AccessTokens(ports, Login.of(name)));
    }

    private static Ports freePorts() throws IOException {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        List<ServerSocket> held = new ArrayList<>();
        for (Part part : Part.values()) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            ports.put(part, socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new Ports(ports);
    }

    @Override
    public void close() {
        try (PlainProgress progress = new PlainProgress(System.out)) {
            stack.stop(progress);
        }
    }
}
