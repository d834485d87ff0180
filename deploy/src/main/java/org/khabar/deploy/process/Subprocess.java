package org.khabar.deploy.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.khabar.deploy.StackException;

/** A program run to its end as one step of preparing a part. It ends with the command line that runs it. */
public final class Subprocess {
    private Subprocess() {}

    /**
     * Runs the program with its output in the log file.
     *
     * @param what the step, for the message of a failure
     * @throws StackException if it cannot be run, fails, or takes longer than the limit; names the log and its last line
     */
    public static void run(String what, ProcessSpec spec, Path log, Duration limit) {
        try {
            Files.createDirectories(log.getParent());
            Process process = builder(spec, log).start();
            ExitTask killer = ExitTask.add(process::destroyForcibly);
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            killer.cancel();
            if (!ended) {
                process.destroyForcibly();
                throw new StackException(what + " took longer than " + limit.toSeconds() + " s; see " + log);
            }
            if (process.exitValue() != 0) {
                throw new StackException(what + " failed: "
                        + LogTail.findMeaningfulLine(log).orElse("no output") + " (log: " + log + ")");
            }
        } catch (IOException e) {
            throw StackException.because(what + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException(what + " was interrupted", e);
        }
    }

    private static ProcessBuilder builder(ProcessSpec spec, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(spec.command()).directory(spec.directory().toFile());
        builder.environment().putAll(spec.environment());
        return builder.redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile());
    }
}
