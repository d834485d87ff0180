package org.khabar.deploy.stack;

import java.time.Duration;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.process.ProcessSpec;
import org.khabar.deploy.progress.Progress;

/** How one part of the stack is prepared, started and asked how it is. */
public interface StackPart {
    Part part();

    int port();

    /**
     * One-time work before the process starts, such as unpacking; does nothing when it is done already.
     *
     * @throws org.khabar.deploy.StackException if it cannot be done
     */
    void prepare(Progress progress);

    /** The process to start; called after {@link #prepare}. */
    ProcessSpec process();

    /** Asks the running process; answers within a few seconds and does not throw. */
    Health check();

    /** Work that needs the running process, before the next part starts; harmless when repeated. */
    default void afterStart() {}

    /** How long it may take from its start to being healthy. */
    Duration startLimit();

    /** What asks it to end, as {@code kill} names signals. */
    default String stopSignal() {
        return "TERM";
    }

    /** How long it may take to end before it is killed. */
    Duration stopLimit();
}
