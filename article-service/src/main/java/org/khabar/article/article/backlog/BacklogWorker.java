package org.khabar.article.article.backlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works the backlog off, in the background, in the order in which articles were written; every replica does, each other
 * articles. While this process imports it leaves most of the machine to that. Articles that cannot be taken in together are
 * taken in one by one, and those that fail alone are put off, so that they hold up no other.
 */
@ApplicationScoped
class BacklogWorker {

    private static final Logger LOG = Logger.getLogger(BacklogWorker.class);

    private final Backlog backlog;
    private final BacklogStep step;
    private final BacklogConfig config;
    private @Nullable Thread thread;

    BacklogWorker(Backlog backlog, BacklogStep step, BacklogConfig config) {
        this.backlog = backlog;
        this.step = step;
        this.config = config;
    }

    void start(@Observes StartupEvent begun) {
        if (config.enabled()) {
            thread = Thread.ofVirtual().name("article-backlog").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent begun) throws InterruptedException {
        Thread started = thread;
        if (started != null) {
            started.interrupt();
            started.join();
        }
    }

    /** Until the thread is interrupted. */
    void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long begun = System.nanoTime();
                if (takeIn()) {
                    rest(System.nanoTime() - begun);
                } else {
                    Thread.sleep(config.pollInterval());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether more may wait. */
    private boolean takeIn() {
        try {
            return step.takeInNext() > 0;
        } catch (RuntimeException failed) {
            LOG.infof("Articles cannot be taken in together, and are one by one: %s", failed);
        }
        try {
            step.listNext().forEach(this::takeInAlone);
            return true;
        } catch (RuntimeException failed) {
            LOG.warnf("Articles cannot be taken in now: %s", failed);
            return false;
        }
    }

    private void takeInAlone(long place) {
        try {
            step.takeIn(place);
        } catch (RuntimeException failed) {
            step.putOff(place);
            LOG.warnf(failed, "An article cannot be taken into the search index and the stories, and is put off");
        }
    }

    private void rest(long worked) throws InterruptedException {
        if (backlog.isImporting()) {
            Thread.sleep(Duration.ofNanos(worked * config.rest()));
        }
    }
}
