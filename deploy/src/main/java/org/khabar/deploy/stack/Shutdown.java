package org.khabar.deploy.stack;

import java.util.List;
import java.util.Optional;
import org.khabar.deploy.process.Termination;
import org.khabar.deploy.progress.Progress;

/** Stops parts in the reverse of the order in which they were started. */
final class Shutdown {
    private final RunningParts running;

    Shutdown(RunningParts running) {
        this.running = running;
    }

    /**
     * Stops those of the parts that run.
     *
     * @return how many ran
     */
    int stop(List<StackPart> parts, Progress progress) {
        int stopped = 0;
        for (StackPart part : parts.reversed()) {
            stopped += stop(part, progress) ? 1 : 0;
        }
        return stopped;
    }

    private boolean stop(StackPart part, Progress progress) {
        String title = part.part().title();
        Optional<ProcessHandle> process = running.findProcess(part.part());
        if (process.isEmpty()) {
            running.stopped(part.part());
            return false;
        }
        progress.doing(title, "stopping");
        running.stopping(part.part());
        boolean gracefully = Termination.end(process.get(), part.stopSignal(), part.stopLimit());
        running.stopped(part.part());
        progress.done(title, gracefully ? "stopped" : "killed, it did not stop by itself");
        return true;
    }
}
