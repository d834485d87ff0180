package org.khabar.article.live;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One thread that goes on step by step while it is wanted, whatever becomes of a step. */
final class Following {

    private static final Logger LOG = Logger.getLogger(Following.class);

    private final String name;
    private final BooleanSupplier isWanted;
    private final Supplier<Step> beginning;
    private final Duration pause;
    private @Nullable Thread thread;

    /** What is done again and again. */
    @FunctionalInterface
    interface Step {
        /** @return false when there is nothing more to come */
        boolean go() throws InterruptedException;
    }

    /**
     * Nothing is followed yet.
     *
     * @param isWanted is asked before each step
     * @param beginning gives the steps of one thread
     * @param pause after a step that failed
     */
    Following(String name, BooleanSupplier isWanted, Supplier<Step> beginning, Duration pause) {
        this.name = name;
        this.isWanted = isWanted;
        this.beginning = beginning;
        this.pause = pause;
    }

    /** Begins, unless it is under way. */
    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        try {
            Step step = beginning.get();
            boolean goesOn = true;
            while (goesOn && isStillWanted()) {
                goesOn = attempt(step);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            letGo();
        }
    }

    /** An error ends one step as well, not the thread: nobody would follow for those who are subscribed. */
    private boolean attempt(Step step) throws InterruptedException {
        try {
            return step.go();
        } catch (RuntimeException | Error failure) {
            LOG.warnf("The feed cannot be read for subscribers: %s", failure);
            Thread.sleep(pause);
            return true;
        }
    }

    private synchronized boolean isStillWanted() {
        if (isWanted.getAsBoolean()) {
            return true;
        }
        thread = null;
        return false;
    }

    private synchronized void letGo() {
        if (thread == Thread.currentThread()) {
            thread = null;
        }
    }
}
