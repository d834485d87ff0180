package org.khabar.entity.mentionfeed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.khabar.entity.failure.RequestFailure;

/** Reads the mention feed from a follower's position, and waits at its end. */
@ApplicationScoped
class MentionFeedReader {

    private final MentionFeedRepository repository;
    private final MentionFeedTail tail;
    private final MentionFeedConfig config;

    MentionFeedReader(MentionFeedRepository repository, MentionFeedTail tail, MentionFeedConfig config) {
        this.repository = repository;
        this.tail = tail;
        this.config = config;
    }

    /**
     * The events after a position, ascending; empty when none came within the time.
     *
     * @param lastId the id of the last event that the follower has, 0 for none
     * @throws RequestFailure when there has been no such event
     */
    List<MentionFeedEvent> follow(long lastId, Duration timeout) throws InterruptedException {
        if (lastId > tail.readHead()) {
            throw RequestFailure.badInput("lastEventId is %d; this feed has no such event.".formatted(lastId));
        }
        List<MentionFeedEvent> events = read(lastId);
        if (!events.isEmpty() || timeout.isZero()) {
            return events;
        }
        tail.awaitAfter(lastId, timeout.compareTo(config.maxWait()) > 0 ? config.maxWait() : timeout);
        return read(lastId);
    }

    private List<MentionFeedEvent> read(long lastId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.listAfter(lastId, config.batchSize(), config.maxBatchEntities()));
    }
}
