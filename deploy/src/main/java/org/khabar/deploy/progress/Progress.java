package org.khabar.deploy.progress;

/** Shows what goes on while a user waits. */
public interface Progress extends AutoCloseable {
    /** Something is being done now: {@code subject} such as a part, {@code action} such as "unpacking". */
    void doing(String subject, String action);

    /** One of the expected steps is complete. */
    void done(String subject, String outcome);

    /** One of the expected steps is complete, and needs no words. */
    void step();

    /** A line that stays, such as a failure, without completing a step. */
    void say(String line);

    @Override
    void close();
}
