package org.khabar.article.entities;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.khabar.article.backfill.Backfill;

/**
 * Tells, in the background, mentions that were stored before they knew it when their articles were published. New ones are
 * told by triggers.
 */
@ApplicationScoped
class MentionDating {

    private final Backfill work;

    MentionDating(MentionDatingStep step) {
        this.work = new Backfill(step);
    }

    void start(@Observes StartupEvent start) {
        work.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        work.stop();
    }
}
