package org.khabar.deploy.stack;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.progress.Progress;

/** The local stack of one installation: its parts in the order of starting. */
public final class Stack {
    private final Installation installation;
    private final Ports ports;
    private final List<StackPart> parts;
    private final RunningParts running;
    private final Shutdown shutdown;
    private volatile @Nullable Startup startup;

    public Stack(Installation installation, Ports ports, List<StackPart> parts) {
        this.installation = installation;
        this.ports = ports;
        this.parts = List.copyOf(parts);
        this.running = new RunningParts(installation);
        this.shutdown = new Shutdown(running);
    }

    public Ports ports() {
        return ports;
    }

    /** How many parts there are. */
    public int size() {
        return parts.size();
    }

    /**
     * Starts the parts that do not run and waits until each is healthy.
     *
     * @return how many were started; 0 when all ran already
     * @throws StackException if that fails; what was started is stopped again
     */
    public int start(Progress progress) {
        installation.create();
        try (StackLock lock = StackLock.acquire(installation.lockFile())) {
            return startMissing(progress);
        }
    }

    private int startMissing(Progress progress) {
        Startup begun = new Startup(installation, running, shutdown);
        startup = begun;
        try {
            new SavedPorts(installation).save(ports);
            return begun.run(parts, progress).size();
        } finally {
            forgetPortsUnlessRunning();
        }
    }

    /** Stops what the last start has started, even while it is under way; for the end of the process that runs it. */
    public void cancelStart(Progress progress) {
        Startup begun = startup;
        if (begun != null) {
            begun.undo(progress);
        }
    }

    /**
     * Stops all parts, the last one first.
     *
     * @return how many ran
     */
    public int stop(Progress progress) {
        if (!installation.exists()) {
            return 0;
        }
        try (StackLock lock = StackLock.acquire(installation.lockFile())) {
            int stopped = shutdown.stop(parts, progress);
            new SavedPorts(installation).delete();
            return stopped;
        }
    }

    /** How each part is, in the order of starting; asks all at once. */
    public List<PartStatus> status() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<PartStatus>> answers = parts.stream()
                    .map(part -> CompletableFuture.supplyAsync(() -> running.status(part), threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    /** Whether any part runs. */
    public boolean isRunning() {
        return parts.stream().anyMatch(part -> running.findProcess(part.part()).isPresent());
    }

    /** Hides no reason why a start failed: what cannot be found out is left as it is. */
    private void forgetPortsUnlessRunning() {
        try {
            if (!isRunning()) {
                new SavedPorts(installation).delete();
            }
        } catch (StackException e) {
            // The ports stay remembered, which the next start puts right.
        }
    }

    /** Watches the parts of this stack. */
    public StackWatch watch() {
        return new StackWatch(parts, running);
    }
}
