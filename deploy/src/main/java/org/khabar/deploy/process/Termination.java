package org.khabar.deploy.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.khabar.deploy.StackException;

/** Ends processes: asks, waits, and insists. */
public final class Termination {
    private static final long KILL_SECONDS = 10;

    private Termination() {}

    /**
     * Ends the process and returns when it is gone.
     *
     * @param signal what asks it to end, as {@code kill} names it
     * @param patience how long it may take before it is killed
     * @return whether it ended by itself
     * @throws StackException if it cannot be ended, for example because another user owns it
     */
    public static boolean end(ProcessHandle process, String signal, Duration patience) {
        send(process, signal);
        if (Poll.until(() -> !ProcessRecord.isRunning(process), patience)) {
            return true;
        }
        process.destroyForcibly();
        if (!Poll.until(() -> !ProcessRecord.isRunning(process), Duration.ofSeconds(KILL_SECONDS))) {
            throw new StackException("process " + process.pid() + " cannot be ended; it may belong to another user");
        }
        return false;
    }

    private static void send(ProcessHandle process, String signal) {
        if (signal.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            Process kill = new ProcessBuilder(
                            "/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "kill", signal, "" + process.pid())
                    .redirectErrorStream(true)
                    .start();
            kill.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
