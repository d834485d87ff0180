package org.khabar.article.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.khabar.article.backfill.Backfill;

/**
 * Indexes, in the background, articles that were stored before there was an index, the newest first. Until it is done,
 * searches say that they do not have everything ({@link SearchCompleteness}).
 */
@ApplicationScoped
class SearchBackfill {

    /** In the table of such works. */
    static final String NAME = "search";

    private final Backfill work;

    SearchBackfill(SearchBackfillStep step) {
        this.work = new Backfill(step);
    }

    void start(@Observes StartupEvent start) {
        work.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        work.stop();
    }
}
