package org.khabar.article.entities;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the mention feed on a virtual thread of its own: asks for what comes after the cursor, stores a batch at a time,
 * and pauses ever longer while something fails. Nothing is skipped because something is away; an event that cannot be
 * understood is noted and passed, for the next one of its article says all anew.
 */
@ApplicationScoped
class MentionFeedFollower {

    private static final Logger LOG = Logger.getLogger(MentionFeedFollower.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final MentionFeedConfig config;
    private final MentionFeedClient client;
    private final ArticleEntityRepository repository;
    private final FollowerLockRepository leadership;
    private final FollowerProgress progress;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    MentionFeedFollower(
            MentionFeedConfig config,
            MentionFeedClient client,
            ArticleEntityRepository repository,
            FollowerLockRepository leadership,
            FollowerProgress progress) {
        this.config = config;
        this.client = client;
        this.repository = repository;
        this.leadership = leadership;
        this.progress = progress;
    }

    void onStart(@Observes StartupEvent start) {
        if (config.enabled()) {
            start();
        } else {
            progress.become(FollowerProgress.State.DISABLED);
        }
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stop();
    }

    /** Begins to follow. */
    void start() {
        thread = Thread.ofVirtual().name("mention-feed").start(this::follow);
    }

    /** Ends following, and lets another process do so. */
    void stop() throws InterruptedException {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(LONGEST_STOP);
        }
    }

    private void follow() {
        Backoff backoff = new Backoff(config.firstBackoff(), config.longestBackoff());
        try {
            boolean stopped = false;
            while (!stopped) {
                stopped = pause(step(backoff));
            }
        } catch (InterruptedException stop) {
            LOG.debug("The follower was interrupted: the service stops.");
        } finally {
            leadership.release();
        }
    }

    /** Does what there is to do and says how long to pause after it. */
    private Duration step(Backoff backoff) throws InterruptedException {
        try {
            if (!leadership.acquire()) {
                progress.become(FollowerProgress.State.STANDBY);
                return config.standbyInterval();
            }
            readOnce();
            backoff.reset();
            return Duration.ZERO;
        } catch (IOException | SQLException | RuntimeException | Error failure) {
            return afterFailure(failure, backoff);
        }
    }

    private void readOnce() throws IOException, InterruptedException {
        long position = repository.position();
        List<MentionEvent> events = client.poll(position);
        if (!events.isEmpty()) {
            repository.store(events);
        }
        progress.stored(events.isEmpty() ? position : events.getLast().id());
        events.forEach(MentionFeedFollower::warnOfUnreadable);
    }

    private Duration afterFailure(Throwable failure, Backoff backoff) {
        if (stopping.getCount() == 0) {
            return Duration.ZERO;
        }
        Duration delay = backoff.next();
        progress.failed(publicReason(failure));
        LOG.warnf("The mention feed cannot be followed; next try in %d ms: %s", delay.toMillis(), describe(failure));
        LOG.debug("The failure of the mention feed", failure);
        return delay;
    }

    private boolean pause(Duration delay) throws InterruptedException {
        return stopping.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void warnOfUnreadable(MentionEvent event) {
        if (event instanceof MentionEvent.Unreadable unreadable) {
            LOG.errorf(
                    "Event %d (%s) of the mention feed cannot be understood and is passed: %s",
                    unreadable.id(), unreadable.subject(), unreadable.problem());
        }
    }

    /** Health is public, so it names no class and no statement. */
    private static String publicReason(Throwable failure) {
        return failure instanceof IOException
                ? "the mention feed cannot be read"
                : "what the mention feed says cannot be stored; the log says why";
    }

    private static String describe(Throwable failure) {
        String own = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return failure.getCause() == null ? own : own + "; " + failure.getCause();
    }
}
