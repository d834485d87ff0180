package org.khabar.deploy.cli;

import org.khabar.deploy.importing.PageOutcome;
import org.khabar.deploy.progress.OneLine;
import org.khabar.deploy.progress.Progress;

/** An import under way: a bar on a terminal, and a line for each failure everywhere. */
final class ImportProgress implements AutoCloseable {
    private final Progress progress;

    ImportProgress(Surroundings surroundings, int pages) {
        this.progress = surroundings.progress("Importing", pages);
    }

    /** @param explain whether a failure gets its line here */
    void show(PageOutcome outcome, boolean explain) {
        if (outcome.isFailure() && explain) {
            progress.say(OneLine.of(outcome.path() + ": failed: " + outcome.error()));
        }
    }

    /** A file is through. */
    void step() {
        progress.step();
    }

    @Override
    public void close() {
        progress.close();
    }
}
