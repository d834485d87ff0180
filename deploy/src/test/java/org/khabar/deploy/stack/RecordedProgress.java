package org.khabar.deploy.stack;

import java.util.ArrayList;
import java.util.List;
import org.khabar.deploy.progress.Progress;

/** Remembers the outcomes. */
final class RecordedProgress implements Progress {
    private final List<String> done = new ArrayList<>();

    List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public void doing(String subject, String action) {
        // what counts is the outcome
    }

    @Override
    public void done(String subject, String outcome) {
        done.add(subject + ": " + outcome);
    }

    @Override
    public void step() {
        // what counts is the outcome
    }

    @Override
    public void say(String line) {
        done.add(line);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
