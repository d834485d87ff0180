package org.khabar.deploy.progress;

import java.io.PrintStream;

/** One line for each event: for logs, pipes and dumb terminals. */
public final class PlainProgress implements Progress {
    private final PrintStream out;

    public PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void doing(String subject, String action) {
        out.println(subject + ": " + action);
    }

    @Override
    public void done(String subject, String outcome) {
        out.println(subject + ": " + outcome);
    }

    @Override
    public void step() {
        // Nobody watches: the outcome is told at the end.
    }

    @Override
    public void say(String line) {
        out.println(line);
    }

    @Override
    public void close() {
        out.flush();
    }
}
