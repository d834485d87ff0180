package org.khabar.article.article.backlog;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.khabar.article.article.ArticleObserver;
import org.khabar.article.article.WrittenArticle;

/**
 * Tells observers of articles that are written in bulk: at once those that keep what must never be missing, the others when
 * the article's turn comes. What waits is a row of the transaction that writes the article, so that no crash loses it.
 */
@ApplicationScoped
public class Backlog {

    private static final long IMPORTING_NANOS = Duration.ofSeconds(2).toNanos();

    private final List<ArticleObserver> observers;
    private final BacklogRepository repository;
    private final BacklogRoom room;
    private final BacklogConfig config;
    private volatile long addedAt = System.nanoTime() - 2 * IMPORTING_NANOS;

    Backlog(
            @All List<ArticleObserver> observers,
            BacklogRepository repository,
            BacklogRoom room,
            BacklogConfig config) {
        this.observers = observers;
        this.repository = repository;
        this.room = room;
        this.config = config;
    }

    /**
     * Waits, before a transaction, while as many articles wait as may: so they come to the search index and the stories in a
     * bounded time, however much is imported.
     *
     * @param articles how many will be written together
     */
    public void awaitRoom(int articles) throws InterruptedException {
        if (articles >= config.minBatch()) {
            room.await();
        }
    }

    /**
     * Takes in articles in the transaction that writes them; a few at once and as a whole, as if they came alone.
     *
     * @param articles each article once, with the state that it has now
     */
    public void written(List<WrittenArticle> articles) {
        if (articles.isEmpty()) {
            return;
        }
        boolean waits = articles.size() >= config.minBatch();
        observers.stream()
                .filter(observer -> !waits || !observer.mayFollow())
                .forEach(observer -> observer.written(articles));
        if (waits) {
            repository.add(articles.stream().map(WrittenArticle::id).toList());
            addedAt = System.nanoTime();
        }
    }

    /**
     * Puts an article that somebody else could not take in behind those that wait, in the transaction of the caller: it is
     * tried again as one that failed here.
     *
     * @param reason for operators
     */
    public void setAside(UUID article, String reason) {
        repository.addFailed(article, reason, config.firstRetry());
    }

    /** Whether articles were written in bulk by this process just now. */
    boolean isImporting() {
        return System.nanoTime() - addedAt < IMPORTING_NANOS;
    }

    /** Tells the observers that may follow of articles whose turn has come. */
    void takeIn(List<WrittenArticle> articles) {
        observers.stream().filter(ArticleObserver::mayFollow).forEach(observer -> observer.written(articles));
    }
}
