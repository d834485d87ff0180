package org.khabar.article.backfill;

import java.util.Optional;
import java.util.UUID;

/** Work on stored articles, a batch at a time. Each call is a transaction of its own, which claims the work. */
public interface BackfillWork {

    /** What the log calls it. */
    String name();

    /** How many articles are taken together: whoever writes one of them waits for the transaction. */
    int batchSize();

    /** The next article that would be taken in; empty where there is none, or another replica is at it. */
    Optional<UUID> findNext();

    /**
     * Takes in the next articles and notes how far it came.
     *
     * @param most of them, one at least
     */
    BackfillStep take(int most);

    /**
     * Goes on behind an article that cannot be taken in even alone, and keeps that it was not. Does nothing when it is not the
     * next any more, for another replica has done with it.
     *
     * @param reason for operators
     */
    void passOver(UUID article, String reason);
}
