package org.khabar.gateway.http;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;

/** A subgraph of {@link TestServices} as a process of its own, which can be killed. */
final class SubgraphProcess implements AutoCloseable {
    private final Process process;

    private SubgraphProcess(Process process) {
        this.process = process;
    }

    /** Starts a subgraph and waits until it can be reached. */
    static SubgraphProcess start(String name, int port) throws IOException {
        File log = Path.of("target/" + name + "-process.log").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SubgraphProcess.class.getName(),
                        name,
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        SubgraphProcess started = new SubgraphProcess(process);
        await().atMost(Duration.ofSeconds(60)).until(() -> isReachable(port));
        return started;
    }

    private static boolean isReachable(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Sends SIGKILL and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Serves a subgraph. Arguments: its name, the port. */
    public static void main(String[] arguments) throws IOException {
        String name = arguments[0];
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        TestServices services = new TestServices();
        HttpServer server = HttpServer.create(address, 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            byte[] answer =
                    services.answer(name, "up", exchange.getRequestBody().readAllBytes());
            TestServices.send(exchange, 200, new String(answer, StandardCharsets.UTF_8));
        });
        server.start();
    }
}
