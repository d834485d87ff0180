package org.khabar.article.feed;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.khabar.article.article.ArticleChange;
import org.khabar.article.article.ArticleVersion;
import org.khabar.article.article.RevisionReader;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletRegistry;

/** Reads the feed from a follower's position, and waits at its end. */
@ApplicationScoped
class FeedReader {

    private final FeedRepository repository;
    private final FeedTail tail;
    private final FeedConfig config;
    private final RevisionReader revisions;
    private final OutletRegistry outlets;

    FeedReader(
            FeedRepository repository,
            FeedTail tail,
            FeedConfig config,
            RevisionReader revisions,
            OutletRegistry outlets) {
        this.repository = repository;
        this.tail = tail;
        this.config = config;
        this.revisions = revisions;
        this.outlets = outlets;
    }

    /**
     * The events after a position, ascending; empty when none came within the time.
     *
     * @param lastId the id of the last event that the follower has, 0 for none
     * @throws RequestFailure when there has been no such event
     */
    List<FeedEvent> follow(long lastId, Duration timeout) throws InterruptedException {
        refuseUnknown(lastId);
        List<FeedEvent> events = read(lastId);
        if (!events.isEmpty() || timeout.isZero()) {
            return events;
        }
        tail.awaitAfter(lastId, shortened(timeout));
        return read(lastId);
    }

    /** @throws RequestFailure when there has been no such event */
    void refuseUnknown(long lastId) {
        long head = tail.readHead();
        if (lastId < 0 || lastId > head) {
            throw RequestFailure.badInput("lastEventId is %d; this feed has no such event.".formatted(lastId));
        }
        Metrics.summary("khabar.article.feed.lag").record(head - lastId);
    }

    /** As long as a request may wait. */
    Duration shortened(Duration timeout) {
        return timeout.compareTo(config.maxWait()) > 0 ? config.maxWait() : timeout;
    }

    private List<FeedEvent> read(long lastId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> toEvents(repository.listAfter(lastId, config.batchSize(), config.maxBatchBytes())));
    }

    /** Events as they stand in an answer, in their order. One query. */
    List<FeedEvent> toEvents(List<FeedEventEntity> events) {
        Map<ArticleVersion, ArticleVersion.State> states =
                revisions.listStates(events.stream().map(FeedReader::version).toList());
        return events.stream()
                .map(event -> toEvent(event, Objects.requireNonNull(states.get(version(event)))))
                .toList();
    }

    private static ArticleVersion version(FeedEventEntity event) {
        return new ArticleVersion(event.articleId, event.version);
    }

    /** What has been withdrawn is not told again: its earlier events say that it is withdrawn as well. */
    private FeedEvent toEvent(FeedEventEntity event, ArticleVersion.State state) {
        boolean withdrawn = event.type == ArticleChange.Type.WITHDRAWN || state.withdrawnSince();
        return new FeedEvent(
                FeedEvent.SPEC_VERSION,
                Long.toString(event.id),
                FeedEvent.SOURCE,
                typeOf(withdrawn ? ArticleChange.Type.WITHDRAWN : event.type),
                event.articleId.toString(),
                event.time,
                withdrawn ? "DELETE" : null,
                state.withdrawalReason(),
                withdrawn ? null : "application/json",
                withdrawn ? null : data(event, state));
    }

    private static String typeOf(ArticleChange.Type type) {
        return switch (type) {
            case PUBLISHED -> "org.khabar.article.published.v1";
            case REVISED -> "org.khabar.article.revised.v1";
            case WITHDRAWN -> "org.khabar.article.withdrawn.v1";
        };
    }

    private FeedEvent.Data data(FeedEventEntity event, ArticleVersion.State state) {
        Outlet outlet = outlets.getById(state.content().outletId());
        return new FeedEvent.Data(
                event.articleId.toString(),
                event.version,
                state.content().language(),
                state.content().headline(),
                state.status(),
                state.content().kind(),
                outlet.code(),
                outlet.country(),
                state.content().url(),
                state.content().publishedAt(),
                state.updatedAt(),
                state.content().byline(),
                state.content().credit(),
                state.correctionNote(),
                Objects.requireNonNullElse(state.content().subjects(), List.of()),
                Objects.requireNonNullElse(state.content().media(), List.of()),
                state.content().blocks());
    }
}
