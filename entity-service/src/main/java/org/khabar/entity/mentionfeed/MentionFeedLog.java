package org.khabar.entity.mentionfeed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Where changes of an article's entities are written down for followers. */
@ApplicationScoped
public class MentionFeedLog {

    private final MentionFeedRepository repository;
    private final MentionFeedTail tail;
    private final TransactionSynchronizationRegistry transaction;

    MentionFeedLog(
            MentionFeedRepository repository, MentionFeedTail tail, TransactionSynchronizationRegistry transaction) {
        this.repository = repository;
        this.tail = tail;
        this.transaction = transaction;
    }

    /** Says so of one article, see {@link #append(List)}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(UUID article) {
        append(List.of(article));
    }

    /**
     * Says that articles were tagged, changed their entities or are gone, in the transaction of the caller. Must be the last
     * statement of that transaction: it takes the lock that puts changes into commit order, and all other writers wait for
     * it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<UUID> articles) {
        if (!articles.isEmpty()) {
            transaction.registerInterposedSynchronization(new WakeOnCommit());
            repository.append(articles);
        }
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
