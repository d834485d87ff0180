package org.khabar.deploy.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.process.ProcessSpec;
import org.khabar.deploy.progress.Progress;

/** A part whose process is a shell command: real processes, without the servers. */
record SleepingPart(Part part, int port, String command, Supplier<Health> health) implements StackPart {
    static SleepingPart healthy(Part part) {
        return new SleepingPart(part, freePort(), "exec sleep 600", () -> new Health.Healthy("fine"));
    }

    SleepingPart withCommand(String other) {
        return new SleepingPart(part, port, other, health);
    }

    SleepingPart withPort(int other) {
        return new SleepingPart(part, other, command, health);
    }

    SleepingPart withHealth(Supplier<Health> other) {
        return new SleepingPart(part, port, command, other);
    }

    @Override
    public void prepare(Progress progress) {
        progress.doing(part.title(), "preparing");
    }

    @Override
    public ProcessSpec process() {
        return new ProcessSpec(List.of("sh", "-c", command), Map.of(), Path.of("."));
    }

    @Override
    public Health check() {
        return health.get();
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration stopLimit() {
        return Duration.ofSeconds(10);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
