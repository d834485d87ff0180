package org.khabar.article.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import org.khabar.article.article.ArticleChange;
import org.khabar.article.article.ArticleChangeLog;

/** Writes changes to the feed and wakes the requests that wait here once they are committed. */
@ApplicationScoped
class FeedLog implements ArticleChangeLog {

    private final FeedRepository repository;
    private final FeedTail tail;
    private final TransactionSynchronizationRegistry transaction;

    FeedLog(FeedRepository repository, FeedTail tail, TransactionSynchronizationRegistry transaction) {
        this.repository = repository;
        this.tail = tail;
        this.transaction = transaction;
    }

    @Override
    public void append(List<ArticleChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        transaction.registerInterposedSynchronization(new WakeOnCommit());
        repository.append(changes);
    }

    private final class WakeOnCommit implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                tail.wake();
            }
        }
    }
}
