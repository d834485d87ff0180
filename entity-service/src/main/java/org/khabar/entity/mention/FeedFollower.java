package org.khabar.entity.mention;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the article feed on a virtual thread of its own: asks for what comes after the cursor, handles it batch by batch,
 * and pauses ever longer while something fails. Nothing is skipped because something is away; an event that fails by its
 * own content too often is set aside, so that it cannot block those after it, and tried again later.
 */
@ApplicationScoped
class FeedFollower {

    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final FeedConfig config;
    private final FeedClient client;
    private final FeedCursor cursor;
    private final FeedLeadership leadership;
    private final FeedProgress progress;
    private final ArticleMentions mentions;
    private final DeadLetters letters;
    private final DeadLetterRetry retry;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean followed;
    private long failing;
    private @Nullable Thread thread;

    FeedFollower(
            FeedConfig config,
            FeedClient client,
            FeedCursor cursor,
            FeedLeadership leadership,
            FeedProgress progress,
            ArticleMentions mentions,
            DeadLetters letters,
            DeadLetterRetry retry) {
        this.config = config;
        this.client = client;
        this.cursor = cursor;
        this.leadership = leadership;
        this.progress = progress;
        this.mentions = mentions;
        this.letters = letters;
        this.retry = retry;
    }

    void onStart(@Observes @Priority(LiveTagger.STARTUP_PRIORITY + 100) StartupEvent start) {
        if (!config.enabled()) {
            progress.become(FeedProgress.State.DISABLED);
            return;
        }
        thread = Thread.ofVirtual().name("article-feed").start(this::follow);
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
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
                progress.become(FeedProgress.State.STANDBY);
                return config.standbyInterval();
            }
            begin();
            readOnce();
            retry.retryDue();
            backoff.reset();
            return Duration.ZERO;
        } catch (IOException | SQLException | RuntimeException | Error failure) {
            if (stopping.getCount() == 0) {
                return Duration.ZERO;
            }
            Duration delay = backoff.next();
            progress.failed(publicReason(failure));
            LOG.warnf(
                    "The article feed cannot be followed; next try in %d ms: %s", delay.toMillis(), describe(failure));
            LOG.debug("The failure of the article feed", failure);
            return delay;
        }
    }

    private boolean pause(Duration delay) throws InterruptedException {
        return stopping.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A start gives every event another try that was set aside: the catalogue or the code may be another one. */
    private void begin() {
        if (!followed) {
            letters.makeAllDue();
            followed = true;
        }
    }

    private void readOnce() throws IOException, InterruptedException {
        long position = cursor.position();
        progress.stored(position);
        List<FeedEvent> events = client.poll(position);
        progress.answered(lag(events));
        for (List<FeedEvent> batch : FeedBatches.of(events, config.batchSize())) {
            if (stopping.getCount() == 0) {
                return;
            }
            handle(batch);
        }
        progress.answered(Duration.ZERO);
    }

    /** Together, or one by one when that fails: then it turns out which of them is to blame. */
    private void handle(List<FeedEvent> batch) {
        if (batch.size() > 1 && handleTogether(batch)) {
            return;
        }
        for (FeedEvent event : batch) {
            if (stopping.getCount() == 0) {
                return;
            }
            handle(event);
        }
    }

    private boolean handleTogether(List<FeedEvent> batch) {
        try {
            mentions.handle(batch);
            batch.forEach(this::forgetFailures);
            progress.stored(batch.getLast().id());
            return true;
        } catch (RuntimeException | VirtualMachineError failure) {
            LOG.debugf(
                    failure,
                    "%d events from %d on are handled one by one.",
                    batch.size(),
                    batch.getFirst().id());
            return false;
        }
    }

    private void handle(FeedEvent event) {
        try {
            mentions.handle(event);
            forgetFailures(event);
        } catch (RuntimeException | VirtualMachineError failure) {
            setAsideOrRethrow(event, failure);
        }
        progress.stored(event.id());
    }

    private void forgetFailures(FeedEvent event) {
        if (event.id() == failing) {
            letters.forget(event.id());
        }
    }

    /** When the database is away, recording fails too; that failure then stands for the first. */
    private void setAsideOrRethrow(FeedEvent event, Throwable failure) {
        failing = event.id();
        boolean ownFault = EventFault.explains(failure);
        int attempts = letters.recordFailure(event, describe(failure), ownFault);
        if (!ownFault || attempts < config.maxAttempts()) {
            throw new EventFailure(event, ownFault, failure);
        }
        mentions.setAside(event, config.retryInterval());
        LOG.errorf(
                failure,
                "Event %d (%s) of the article feed failed %d times and was set aside; next try in %s.",
                event.id(),
                event.subject(),
                attempts,
                config.retryInterval());
        progress.failed("event %d of the feed was set aside".formatted(event.id()));
    }

    private static Duration lag(List<FeedEvent> events) {
        Instant oldest = events.isEmpty() ? null : events.getFirst().time();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, Instant.now());
    }

    /** Health is public, so it names no class and no statement. */
    private static String publicReason(Throwable failure) {
        return switch (failure) {
            case IOException feed -> "the article feed cannot be read";
            case SQLException database -> "the database cannot be used";
            case EventFailure event -> event.publicReason();
            default -> "an event or the feed's answer cannot be handled; the log says why";
        };
    }

    private static String describe(Throwable failure) {
        String own = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return failure.getCause() == null ? own : own + "; " + failure.getCause();
    }
}
