package org.khabar.article.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.khabar.article.article.ArticleChange;

/** Lets a feature of this service follow the feed, by the poll that waiting requests share. */
@ApplicationScoped
public class FeedChanges {

    private final FeedRepository repository;
    private final FeedTail tail;
    private final FeedConfig config;

    FeedChanges(FeedRepository repository, FeedTail tail, FeedConfig config) {
        this.repository = repository;
        this.tail = tail;
        this.config = config;
    }

    /**
     * A change with its place in the feed.
     *
     * @param id the event's id
     */
    public record Numbered(long id, ArticleChange change) {}

    /** The id of the newest event. */
    public long readHead() {
        return tail.readHead();
    }

    /** When the newest change was made; empty while there is none. */
    public Optional<Instant> findNewestTime() {
        return QuarkusTransaction.requiringNew().call(repository::findNewestTime);
    }

    /** The changes after an event, ascending, at most a batch. */
    public List<Numbered> listAfter(long id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.listAfter(id, config.batchSize(), Long.MAX_VALUE).stream()
                        .map(event -> new Numbered(
                                event.id, new ArticleChange(event.type, event.articleId, event.version, event.time)))
                        .toList());
    }

    /**
     * Waits until there is an event after this one, or the time is over.
     *
     * @return false when the service stops
     */
    public boolean awaitAfter(long id, Duration timeout) throws InterruptedException {
        return tail.awaitForMany(id, timeout);
    }
}
