package org.khabar.deploy.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.process.OwnSession;
import org.khabar.deploy.process.Poll;
import org.khabar.deploy.process.PortCheck;
import org.khabar.deploy.process.ProcessRecord;
import org.khabar.deploy.process.Termination;
import org.khabar.deploy.progress.Progress;

/** One start of the stack: the parts that do not run, in order. A start that fails leaves nothing of itself behind. */
final class Startup {
    private static final Duration ALREADY_RUNNING_LIMIT = Duration.ofSeconds(30);

    private final Installation installation;
    private final RunningParts running;
    private final Shutdown shutdown;
    private final List<StackPart> started = new ArrayList<>();
    private boolean cancelled;

    Startup(Installation installation, RunningParts running, Shutdown shutdown) {
        this.installation = installation;
        this.running = running;
        this.shutdown = shutdown;
    }

    /**
     * Starts what does not run.
     *
     * @return the parts that were started; empty when all ran already
     * @throws StackException if a port is in use, or a part cannot be prepared, dies or does not become healthy
     */
    List<StackPart> run(List<StackPart> parts, Progress progress) {
        requireFreePorts(parts.stream().filter(part -> !isRunning(part)).toList());
        try {
            for (StackPart part : parts) {
                bringUp(part, progress);
            }
            return List.copyOf(started);
        } catch (RuntimeException e) {
            undo(progress, e);
            throw e;
        }
    }

    /** Why the start failed is what matters, even when its undoing fails too. */
    private void undo(Progress progress, RuntimeException reason) {
        try {
            undo(progress);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Ends what this start has started, and starts no more. */
    synchronized void undo(Progress progress) {
        cancelled = true;
        shutdown.stop(started, progress);
        started.clear();
    }

    private boolean isRunning(StackPart part) {
        return running.findProcess(part.part()).isPresent();
    }

    private void bringUp(StackPart part, Progress progress) {
        Optional<ProcessHandle> process = running.findProcess(part.part());
        if (process.isPresent()) {
            awaitHealthy(part, process.get(), ALREADY_RUNNING_LIMIT);
            progress.done(part.part().title(), "runs already, on port " + part.port());
            return;
        }
        long begin = System.nanoTime();
        part.prepare(progress);
        progress.doing(part.part().title(), "starting");
        awaitHealthy(part, launch(part), part.startLimit());
        part.afterStart();
        double seconds = (System.nanoTime() - begin) / 1e9;
        progress.done(part.part().title(), String.format(Locale.ROOT, "up on port %d (%.1f s)", part.port(), seconds));
    }

    private synchronized ProcessHandle launch(StackPart part) {
        if (cancelled) {
            throw new StackException("the start was cancelled");
        }
        ProcessHandle process = OwnSession.start(part.process(), installation.logFile(part.part()))
                .toHandle();
        started.add(part);
        record(part, process);
        return process;
    }

    /** A process without a record would never be found again. */
    private void record(StackPart part, ProcessHandle process) {
        try {
            running.started(part, process);
        } catch (StackException e) {
            Termination.end(process, part.stopSignal(), part.stopLimit());
            throw e;
        }
    }

    private void awaitHealthy(StackPart part, ProcessHandle process, Duration limit) {
        boolean decided =
                Poll.until(() -> !ProcessRecord.isRunning(process) || part.check() instanceof Health.Healthy, limit);
        String title = part.part().title();
        if (!ProcessRecord.isRunning(process)) {
            throw new StackException(title + " died at its start; " + running.lastWords(part.part()));
        }
        if (!decided) {
            throw new StackException(title + " is not healthy after " + limit.toSeconds() + " s ("
                    + part.check().detail() + "); " + running.lastWords(part.part()));
        }
    }

    private static void requireFreePorts(List<StackPart> parts) {
        List<String> conflicts = parts.stream()
                .filter(part -> !PortCheck.isFree(part.port()))
                .map(part -> "port %d, which %s needs, is in use by another program (choose another: %s PORT or %s)"
                        .formatted(
                                part.port(),
                                part.part().title(),
                                part.part().portOption(),
                                part.part().portVariable()))
                .toList();
        if (!conflicts.isEmpty()) {
            throw new StackException(String.join("; ", conflicts));
        }
    }
}
