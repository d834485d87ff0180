package org.khabar.article.backfill;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.DatabaseFailure;
import org.khabar.article.failure.FailureReason;

/**
 * Takes steps of a work on a thread of its own until all is done. Where another replica is at it, this one looks again now
 * and then, for that one may be killed.
 *
 * <p>A batch that cannot be taken in is taken in article by article, and one that fails alone is passed over. While it is
 * the database that fails nothing is, but for an article with which it fails time and again.
 */
public final class Backfill {

    private static final Logger LOG = Logger.getLogger(Backfill.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** How often the database may fail with one article before that is what fails. */
    private static final int MAX_TRIES = 5;

    private final BackfillWork work;
    private final Duration pause;
    private volatile @Nullable Thread thread;
    private int tries;

    public Backfill(BackfillWork work) {
        this(work, PAUSE);
    }

    Backfill(BackfillWork work, Duration pause) {
        this.work = work;
        this.pause = pause;
    }

    /** Begins, in the background. */
    public void start() {
        thread = Thread.ofVirtual().name("backfill-" + work.name()).start(this::run);
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
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private BackfillStep attempt() {
        try {
            BackfillStep step = work.take(work.batchSize());
            tries = 0;
            return step;
        } catch (RuntimeException | StackOverflowError failed) {
            LOG.infof("Stored articles cannot be taken in together, and are one by one (%s): %s", work.name(), failed);
            return oneByOne();
        }
    }

    /** So many as are taken in together, so that what fails is among them. */
    private BackfillStep oneByOne() {
        BackfillStep last = BackfillStep.MORE;
        for (int taken = 0; taken < work.batchSize() && last == BackfillStep.MORE; taken++) {
            last = alone();
        }
        return last;
    }

    private BackfillStep alone() {
        Optional<UUID> next = Optional.empty();
        try {
            next = work.findNext();
            BackfillStep step = work.take(1);
            tries = 0;
            return step;
        } catch (RuntimeException | StackOverflowError failed) {
            if (next.isPresent() && (!DatabaseFailure.isOfServer(failed) || ++tries >= MAX_TRIES)) {
                return passOver(next.get(), failed);
            }
            LOG.warnf("Stored articles cannot be gone through now (%s): %s", work.name(), failed);
            return BackfillStep.BUSY;
        }
    }

    private BackfillStep passOver(UUID article, Throwable failed) {
        try {
            work.passOver(article, FailureReason.of(failed));
            tries = 0;
            LOG.warnf(failed, "The stored article %s is passed over (%s)", article, work.name());
            return BackfillStep.MORE;
        } catch (RuntimeException away) {
            LOG.warnf("Stored articles cannot be gone through now (%s): %s", work.name(), away);
            return BackfillStep.BUSY;
        }
    }
}
