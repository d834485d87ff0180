package org.khabar.deploy.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a process that was started.
 *
 * @param pid its process id, which the system may give to another process once this one has ended
 * @param processStart when the system says that the process started: tells it from a later one with the same id
 * @param port the port it serves
 * @param stopping whether it has been asked to end, so that its end is no accident
 */
public record ProcessRecord(long pid, Instant processStart, int port, boolean stopping) {
    /** The system's start instants wander by clock adjustments, ids do not come back that fast. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** The record of a process that was just started. */
    public static ProcessRecord of(ProcessHandle process, int port) {
        return new ProcessRecord(process.pid(), startOf(process), port, false);
    }

    public ProcessRecord asStopping() {
        return new ProcessRecord(pid, processStart, port, true);
    }

    /** The process, if it still runs: neither ended, nor a dead entry that nobody collects, nor another with its id. */
    public Optional<ProcessHandle> findProcess() {
        return ProcessHandle.of(pid).filter(this::isSame).filter(process -> isRunning(process));
    }

    private boolean isSame(ProcessHandle process) {
        return Duration.between(processStart, startOf(process)).abs().compareTo(TOLERANCE) <= 0;
    }

    /**
     * Whether the process runs. {@link ProcessHandle#isAlive} alone says yes to a process that ended and whose parent does
     * not collect it, as in containers whose first process is no init.
     */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isDefunct(process.pid());
    }

    private static boolean isDefunct(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) {
            return false;
        }
        try {
            String line = Files.readString(stat);
            int afterName = line.lastIndexOf(')');
            return line.startsWith("Z", afterName + 2) || line.startsWith("X", afterName + 2);
        } catch (IOException e) {
            return true; // it ended while we looked
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
