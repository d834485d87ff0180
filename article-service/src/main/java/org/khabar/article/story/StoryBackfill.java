package org.khabar.article.story;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.khabar.article.backfill.Backfill;

/**
 * Takes in the articles that were stored before there were stories, once, in the background: a migration would hold the
 * start up for as long as all texts take to read.
 */
@ApplicationScoped
class StoryBackfill {

    private final Backfill work;

    StoryBackfill(StoryBackfillStep step) {
        this.work = new Backfill(step);
    }

    void start(@Observes StartupEvent start) {
        work.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        work.stop();
    }
}
