package org.khabar.article.pulling;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Goes on pulling while the service runs: a few feeds at a time, and the next as soon as one is done. Pulls under way when the
 * service stops are not interrupted, which would break the database connections that they use; the lease of one that does not
 * get to its end makes it due again.
 */
@ApplicationScoped
class PullSchedule {

    private static final Logger LOG = Logger.getLogger(PullSchedule.class);

    private final FeedPuller puller;
    private final PullingConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);

    PullSchedule(FeedPuller puller, PullingConfig config) {
        this.puller = puller;
        this.config = config;
    }

    void start(@Observes StartupEvent begun) {
        if (config.enabled()) {
            start();
        }
    }

    void start() {
        for (int i = 0; i < config.concurrency(); i++) {
            Thread.ofVirtual().name("feed-pull-" + i).start(this::run);
        }
    }

    void stop(@Observes ShutdownDelayInitiatedEvent begun) {
        stop();
    }

    void stop(@Observes ShutdownEvent begun) {
        stop();
    }

    void stop() {
        stopped.countDown();
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                if (!pullNext()) {
                    boolean unused = stopped.await(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever becomes of one pull, the next one comes. */
    private boolean pullNext() throws InterruptedException {
        try {
            return puller.pullNext();
        } catch (RuntimeException | Error failure) {
            LOG.warnf("Feeds cannot be pulled: %s", failure);
            return false;
        }
    }
}
