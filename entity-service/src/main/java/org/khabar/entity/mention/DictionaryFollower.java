package org.khabar.entity.mention;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has the tagger follow the catalogue, on a virtual thread of its own, also after failures. */
@ApplicationScoped
class DictionaryFollower {

    private static final Logger LOG = Logger.getLogger(DictionaryFollower.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final LiveTagger tagger;
    private final DictionaryConfig config;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    DictionaryFollower(LiveTagger tagger, DictionaryConfig config) {
        this.tagger = tagger;
        this.config = config;
    }

    void onStart(@Observes @Priority(LiveTagger.STARTUP_PRIORITY + 50) StartupEvent start) {
        thread = Thread.ofVirtual().name("catalogue-changes").start(this::follow);
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            running.join(LONGEST_STOP);
        }
    }

    private void follow() {
        try {
            while (!stopping.await(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                followOnce();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void followOnce() {
        try {
            tagger.follow();
        } catch (RuntimeException failure) {
            LOG.warnf("Changes of the catalogue cannot be read; names stay as they were: %s", failure);
        }
    }
}
