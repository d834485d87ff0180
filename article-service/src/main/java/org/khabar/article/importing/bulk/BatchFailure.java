package org.khabar.article.importing.bulk;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.util.Set;
import org.khabar.article.article.ArticleBatchStore;
import org.khabar.article.failure.DatabaseFailure;
import org.khabar.article.failure.RequestFailure;

/**
 * Why a batch was not committed, as far as it says what to do about it.
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL's error codes</a>
 */
enum BatchFailure {
    /** Somebody else wrote at the same time: the same again may succeed. */
    CONTENTION,
    /** One of the items moves an article, which takes a transaction of its own. */
    MOVE,
    /** One of the items breaks a rule of ours. */
    REFUSED,
    /** The database cannot keep one of the items. */
    DATA,
    /** Nothing that the items can help: it would be the next batch's failure too. */
    FAULT;

    /** Serialization failures and deadlocks. */
    private static final String ROLLBACK = "40";

    /**
     * Two writers of one article that came at once, a lock that was not free in time, and a server that has no room for
     * another lock. Whoever lost looks for the article anew and finds it.
     */
    private static final Set<String> CONTENTIONS = Set.of("23505", "55P03", "53200");

    static BatchFailure of(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RequestFailure _ -> {
                    return REFUSED;
                }
                case ArticleBatchStore.MovesArticle _ -> {
                    return MOVE;
                }
                case OptimisticLockException _ -> {
                    return CONTENTION;
                }
                case PessimisticLockException _ -> {
                    return CONTENTION;
                }
                default -> {}
            }
        }
        return DatabaseFailure.findState(failed)
                .map(state -> ofState(state, DatabaseFailure.isOfData(failed)))
                .orElse(FAULT);
    }

    private static BatchFailure ofState(String state, boolean isOfData) {
        if (state.startsWith(ROLLBACK) || CONTENTIONS.contains(state)) {
            return CONTENTION;
        }
        return isOfData ? DATA : FAULT;
    }
}
