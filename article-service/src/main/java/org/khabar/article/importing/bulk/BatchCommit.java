package org.khabar.article.importing.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.StoredArticle;
import org.khabar.article.failure.ErrorCode;

/**
 * Commits batches so that an item which the database refuses fails alone: a batch that fails for what is in it is
 * committed item by item, and one that was in another writer's way is tried again. Any other failure would be that of the
 * next batch too, so it ends the import.
 */
@ApplicationScoped
class BatchCommit {

    private static final Logger LOG = Logger.getLogger(BatchCommit.class);
    private static final int MAX_TRIES = 3;
    private static final int CLASS = 2;

    /** Data exceptions, constraints, limits of the database: SQLSTATE classes that name the data as the cause. */
    private static final Set<String> OF_DATA = Set.of("22", "23", "54");
    /** Serialization failures and deadlocks. */
    private static final String OF_OTHERS = "40";

    private final BatchWriter writer;

    BatchCommit(BatchWriter writer) {
        this.writer = writer;
    }

    /** An entry as it came out: an article, or an error in the entry. */
    record Outcome(Entry entry, @Nullable StoredArticle stored) {}

    /** @throws BatchWriter.RunTakenOver when the key was used again since */
    List<Outcome> commit(List<Entry> batch, String author, @Nullable ImportRun run, long failedBefore) {
        for (int tries = 1; ; tries++) {
            try {
                return outcomes(batch, writer.write(batch, author, run, failedBefore));
            } catch (RuntimeException failed) {
                boolean again = isOfOthers(failed) && tries < MAX_TRIES;
                if (!again) {
                    return divided(batch, author, run, failedBefore, failed);
                }
            }
        }
    }

    private List<Outcome> divided(
            List<Entry> batch, String author, @Nullable ImportRun run, long failedBefore, RuntimeException failed) {
        if (!isOfData(failed) && !isOfOthers(failed)) {
            throw failed;
        }
        if (batch.size() == 1) {
            LOG.warnf("The database refuses an item: SQLSTATE %s", sqlState(failed));
            Entry refused = batch.getFirst()
                    .failed(new ItemError(ErrorCode.BAD_USER_INPUT, "The database cannot keep this item.", null, null));
            return commit(List.of(refused), author, run, failedBefore);
        }
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        long failures = failedBefore;
        for (Entry entry : batch) {
            List<Outcome> alone = commit(List.of(entry), author, run, failures);
            failures +=
                    alone.stream().filter(outcome -> outcome.stored() == null).count();
            outcomes.addAll(alone);
        }
        return outcomes;
    }

    private static List<Outcome> outcomes(List<Entry> batch, List<StoredArticle> stored) {
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        int next = 0;
        for (Entry entry : batch) {
            outcomes.add(new Outcome(entry, entry.article() == null ? null : stored.get(next++)));
        }
        return outcomes;
    }

    private static boolean isOfData(Throwable failed) {
        String state = sqlState(failed);
        return state != null && OF_DATA.contains(state.substring(0, CLASS));
    }

    private static boolean isOfOthers(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return true;
            }
        }
        String state = sqlState(failed);
        return state != null && state.startsWith(OF_OTHERS);
    }

    private static @Nullable String sqlState(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().length() < CLASS ? null : sql.getSQLState();
            }
        }
        return null;
    }
}
