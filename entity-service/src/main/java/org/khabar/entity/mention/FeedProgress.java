package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the follower is doing, for the health report. */
@ApplicationScoped
class FeedProgress {

    /** What the follower does. */
    enum State {
        DISABLED,
        STARTING,
        STANDBY,
        FOLLOWING,
        RETRYING
    }

    /**
     * How it stands.
     *
     * @param lastEventId the last event whose effects are stored
     * @param lag how old the oldest event was that waited at the last answer; zero when none did
     * @param answeredAt when the feed last answered
     * @param lastError what went wrong last; stays after it is over
     */
    record Snapshot(
            State state,
            long lastEventId,
            Duration lag,
            @Nullable Instant answeredAt,
            @Nullable String lastError,
            @Nullable Instant failedAt) {}

    private final AtomicReference<Snapshot> current =
            new AtomicReference<>(new Snapshot(State.STARTING, 0, Duration.ZERO, null, null, null));

    Snapshot get() {
        return current.get();
    }

    void become(State state) {
        current.updateAndGet(
                old -> new Snapshot(state, old.lastEventId, old.lag, old.answeredAt, old.lastError, old.failedAt));
    }

    /** The feed answered, while the oldest event that it still has for us is that old. */
    void answered(Duration lag) {
        current.updateAndGet(
                old -> new Snapshot(State.FOLLOWING, old.lastEventId, lag, Instant.now(), old.lastError, old.failedAt));
    }

    void stored(long eventId) {
        current.updateAndGet(
                old -> new Snapshot(old.state, eventId, old.lag, old.answeredAt, old.lastError, old.failedAt));
    }

    void failed(String error) {
        current.updateAndGet(
                old -> new Snapshot(State.RETRYING, old.lastEventId, old.lag, old.answeredAt, error, Instant.now()));
    }
}
