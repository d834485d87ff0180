package org.khabar.article.story;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the articles that were stored before there were stories, once, in the background: a migration would hold the
 * start up for as long as all texts take to read. Each step is a transaction of its own that notes how far it came, so a
 * process that is killed, or another replica, goes on from there.
 */
@ApplicationScoped
class StoryBackfill {

    private static final Logger LOG = Logger.getLogger(StoryBackfill.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final StoryBackfillStep step;
    private volatile @Nullable Thread thread;

    StoryBackfill(StoryBackfillStep step) {
        this.step = step;
    }

    void start(@Observes StartupEvent start) {
        thread = Thread.ofVirtual().name("story-backfill").start(this::run);
    }

    void stop(@Observes ShutdownEvent stop) {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = attempt();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt() throws InterruptedException {
        try {
            return step.take();
        } catch (RuntimeException failure) {
            LOG.warnf("Stored articles cannot be taken into stories now: %s", failure);
            Thread.sleep(PAUSE_AFTER_FAILURE);
            return true;
        }
    }
}
