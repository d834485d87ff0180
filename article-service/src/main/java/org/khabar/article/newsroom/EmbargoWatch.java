package org.khabar.article.newsroom;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.Embargoes;

/**
 * Has embargoes end in time, on a virtual thread of its own, from the start of the service to its end. It sleeps until
 * the next one ends, but never longer than the poll interval: another replica may have set an earlier one.
 */
@ApplicationScoped
class EmbargoWatch {

    private static final Logger LOG = Logger.getLogger(EmbargoWatch.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final EmbargoLifter lifter;
    private final NewsroomConfig.Embargo config;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    @Inject
    EmbargoWatch(Embargoes embargoes, NewsroomConfig config) {
        this(embargoes, config.embargo());
    }

    EmbargoWatch(Embargoes embargoes, NewsroomConfig.Embargo config) {
        this.config = config;
        this.lifter = new EmbargoLifter(embargoes, config);
    }

    void onStart(@Observes StartupEvent start) {
        if (config.enabled()) {
            thread = Thread.ofVirtual().name("embargoes").start(this::watch);
        }
    }

    /** The transaction under way is let end: interrupted, it would only be done again by somebody else. */
    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            running.join(LONGEST_STOP);
        }
    }

    private void watch() {
        try {
            boolean stopped = false;
            while (!stopped) {
                stopped = stopping.await(step().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** An error ends one step, not the watch. */
    private Duration step() {
        try {
            return lifter.liftDue();
        } catch (RuntimeException | Error failure) {
            LOG.warnf("Embargoes cannot be looked up: %s", failure);
            return config.pollInterval();
        }
    }
}
