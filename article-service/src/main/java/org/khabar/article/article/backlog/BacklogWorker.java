package org.khabar.article.article.backlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.khabar.article.failure.DatabaseFailure;
import org.khabar.article.failure.FailureReason;

/**
 * Works the backlog off, in the background, in the order in which articles were written; every replica does, each other
 * articles. While this process imports, one of its threads does, for a share of its time, and the others wait: so an import
 * keeps most of the machine, and what it brings comes into the search index meanwhile. Articles that cannot be taken in
 * together are taken in one by one, and those that fail alone are put off, so that they hold up no other.
 */
@ApplicationScoped
class BacklogWorker {

    private static final Logger LOG = Logger.getLogger(BacklogWorker.class);

    private final Backlog backlog;
    private final BacklogStep step;
    private final BacklogConfig config;
    private final BacklogShare share;
    private final List<Thread> threads = new ArrayList<>();

    BacklogWorker(Backlog backlog, BacklogStep step, BacklogConfig config) {
        this.backlog = backlog;
        this.step = step;
        this.config = config;
        this.share = BacklogShare.of(config.share());
        if (config.workers() < 1) {
            throw new IllegalStateException(
                    "khabar.backlog.workers is %d, and not at least 1; khabar.backlog.enabled=false"
                                    .formatted(config.workers())
                            + " has other replicas do it");
        }
    }

    void start(@Observes StartupEvent begun) {
        for (int number = 1; config.enabled() && number <= config.workers(); number++) {
            Runnable work = number == 1 ? this::run : this::runWhileNothingIsImported;
            threads.add(Thread.ofVirtual().name("article-backlog-" + number).start(work));
        }
    }

    void stop(@Observes ShutdownEvent begun) throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
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

    private void runWhileNothingIsImported() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (backlog.isImporting() || !takeIn()) {
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
        } catch (RuntimeException | StackOverflowError failed) {
            LOG.infof("Articles cannot be taken in together, and are one by one: %s", failed);
        }
        try {
            return step.listNext().stream().allMatch(this::takeInAlone);
        } catch (RuntimeException failed) {
            LOG.warnf("Articles cannot be taken in now: %s", failed);
            return false;
        }
    }

    /** False when it is not the article that fails. */
    private boolean takeInAlone(long place) {
        try {
            step.takeIn(place);
        } catch (RuntimeException | StackOverflowError failed) {
            step.putOff(place, FailureReason.of(failed));
            LOG.warnf(failed, "An article cannot be taken into the search index and the stories, and is put off");
            return !DatabaseFailure.isOfServer(failed);
        }
        return true;
    }

    private void rest(long worked) throws InterruptedException {
        if (backlog.isImporting()) {
            Thread.sleep(share.pauseAfter(Duration.ofNanos(worked)));
        }
    }
}
