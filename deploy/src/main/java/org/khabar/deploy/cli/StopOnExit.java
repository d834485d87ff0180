package org.khabar.deploy.cli;

import org.khabar.deploy.StackException;
import org.khabar.deploy.process.ExitTask;
import org.khabar.deploy.progress.OneLine;
import org.khabar.deploy.progress.Progress;
import org.khabar.deploy.stack.Stack;

/** Leaves no orphan: when this process is asked to end, what it has started ends first. */
final class StopOnExit {
    private final Stack stack;
    private final Progress progress;
    private final ExitTask task;
    private volatile boolean everything;
    private volatile boolean stopping;

    private StopOnExit(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
        this.task = ExitTask.add(this::stop);
    }

    /** Guards a start: at first only what is being started is stopped. */
    static StopOnExit of(Stack stack, Progress progress) {
        return new StopOnExit(stack, progress);
    }

    /** From now on the end of this process is the end of the stack. */
    void everything() {
        everything = true;
    }

    /** From now on the parts outlive this process, unless it is ending already. */
    void cancel() {
        task.cancel();
    }

    boolean isStopping() {
        return stopping;
    }

    private void stop() {
        stopping = true;
        try {
            stopParts();
        } catch (StackException e) {
            progress.say("khabar: " + OneLine.of(String.valueOf(e.getMessage())));
        }
    }

    private void stopParts() {
        if (everything) {
            stack.stop(progress);
        } else {
            stack.cancelStart(progress);
        }
    }
}
