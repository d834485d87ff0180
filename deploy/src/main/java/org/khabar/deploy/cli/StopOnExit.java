package org.khabar.deploy.cli;

import org.khabar.deploy.progress.Progress;
import org.khabar.deploy.stack.Stack;

/** Leaves no orphan: when this process is asked to end, what it has started ends first. */
final class StopOnExit {
    private final Stack stack;
    private final Progress progress;
    private final Thread hook;
    private volatile boolean everything;
    private volatile boolean stopping;

    private StopOnExit(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
        this.hook = new Thread(this::stop, "stop-on-exit");
    }

    /** Guards a start: at first only what is being started is stopped. */
    static StopOnExit of(Stack stack, Progress progress) {
        StopOnExit guard = new StopOnExit(stack, progress);
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    /** From now on the end of this process is the end of the stack. */
    void everything() {
        everything = true;
    }

    /** From now on the parts outlive this process. */
    void cancel() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    boolean isStopping() {
        return stopping;
    }

    private void stop() {
        stopping = true;
        if (everything) {
            stack.stop(progress);
        } else {
            stack.cancelStart(progress);
        }
    }
}
