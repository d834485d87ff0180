package org.khabar.article.entities;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the follower is doing, for the health report. */
@ApplicationScoped
class FollowerProgress {

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
     * @param answeredAt when the feed last answered
     * @param lastError what went wrong last; stays after it is over
     */
    record Snapshot(
            State state,
            long lastEventId,
            @Nullable Instant answeredAt,
            @Nullable String lastError,
            @Nullable Instant failedAt) {}

    private final AtomicReference<Snapshot> current =
            new AtomicReference<>(new Snapshot(State.STARTING, 0, null, null, null));

    Snapshot get() {
        return current.get();
    }

    void become(State state) {
        current.updateAndGet(old -> new Snapshot(state, old.lastEventId, old.answeredAt, old.lastError, old.failedAt));
    }

    /** The feed answered, and what it said up to that event is stored. */
    void stored(long eventId) {
        current.updateAndGet(old -> new Snapshot(State.FOLLOWING, eventId, Instant.now(), old.lastError, old.failedAt));
    }

    void failed(String error) {
        current.updateAndGet(
                old -> new Snapshot(State.RETRYING, old.lastEventId, old.answeredAt, error, Instant.now()));
    }
}
