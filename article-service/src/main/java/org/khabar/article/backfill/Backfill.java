package org.khabar.article.backfill;

import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes steps on a thread of its own until all is done. Each step is a transaction that claims the work and notes how far
 * it came (see {@link BackfillRepository}). Where another replica is at it, this one looks again now and then, for that one
 * may be killed.
 */
public final class Backfill {

    private static final Logger LOG = Logger.getLogger(Backfill.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final String name;
    private final Supplier<BackfillStep> step;
    private volatile @Nullable Thread thread;

    /** @param name of the work, for the log */
    public Backfill(String name, Supplier<BackfillStep> step) {
        this.name = name;
        this.step = step;
    }

    /** Begins, in the background. */
    public void start() {
        thread = Thread.ofVirtual().name("backfill-" + name).start(this::run);
    }

    /** Ends after the step that is under way, at the latest. */
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        try {
            BackfillStep last = BackfillStep.MORE;
            while (last != BackfillStep.DONE && !Thread.currentThread().isInterrupted()) {
                last = attempt();
                if (last == BackfillStep.BUSY) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private BackfillStep attempt() {
        try {
            return step.get();
        } catch (RuntimeException failure) {
            LOG.warnf("Stored articles cannot be gone through now (%s): %s", name, failure);
            return BackfillStep.BUSY;
        }
    }
}
