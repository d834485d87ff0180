package org.khabar.article.importing.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.StoredArticle;
import org.khabar.article.failure.DatabaseFailure;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

/**
 * Commits batches so that an item fails alone, and for what is wrong with it. A batch that was in another writer's way is
 * tried again, then committed in halves, as is one that holds an item which is refused, or one that moves an article; so one
 * such item costs a few transactions more. An item that is in others' way even alone is told to be sent again. Any other failure would be that of the next batch too, so it ends the import.
 */
@ApplicationScoped
class BatchCommit {

    private static final Logger LOG = Logger.getLogger(BatchCommit.class);
    private static final int MAX_TRIES = 4;
    /** Between tries, at most: doubles each time. Random, so that two do not meet again. */
    private static final long FIRST_PAUSE_MILLIS = 20;

    private final BatchTransaction transaction;
    private final int mostItems;
    /** Of items that are committed now, by all streams: their shares alone may be more when streams begin one after another. */
    private final Semaphore items;

    BatchCommit(BatchTransaction transaction, BulkConfig config) {
        this.transaction = transaction;
        this.mostItems = Math.max(1, config.batchSize());
        this.items = new Semaphore(mostItems, true);
    }

    /** An entry as it came out: an article, or an error in the entry. */
    record Outcome(Entry entry, @Nullable StoredArticle stored) {}

    /**
     * Waits until other streams leave room for so many items, and commits them.
     *
     * @throws BatchWriter.RunTakenOver when the key was used again since
     */
    List<Outcome> commit(List<Entry> batch, String author, @Nullable ImportRun run, long failedBefore)
            throws InterruptedException {
        int taken = Math.min(batch.size(), mostItems);
        items.acquire(taken);
        try {
            return commitParts(batch, author, run, failedBefore);
        } finally {
            items.release(taken);
        }
    }

    private List<Outcome> commitParts(List<Entry> batch, String author, @Nullable ImportRun run, long failedBefore)
            throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        long failures = failedBefore;
        for (int start = 0, end; start < batch.size(); start = end) {
            end = endOfPart(batch, start);
            List<Outcome> part = commitPart(batch.subList(start, end), author, run, failures);
            failures += failed(part);
            outcomes.addAll(part);
        }
        return outcomes;
    }

    /** What may move an article is a part of its own: it locks that article before it tells followers of anything. */
    private static int endOfPart(List<Entry> batch, int start) {
        int end = start + 1;
        while (!batch.get(start).isMove()
                && end < batch.size()
                && !batch.get(end).isMove()) {
            end++;
        }
        return end;
    }

    private List<Outcome> commitPart(List<Entry> batch, String author, @Nullable ImportRun run, long failedBefore)
            throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return outcomes(batch, transaction.write(batch, author, run, failedBefore));
            } catch (RuntimeException failed) {
                BatchFailure why = BatchFailure.of(failed);
                if (why == BatchFailure.FAULT) {
                    throw failed;
                }
                if (why != BatchFailure.CONTENTION || tries == MAX_TRIES) {
                    return batch.size() == 1
                            ? refused(batch.getFirst(), author, run, failedBefore, failed)
                            : inHalves(batch, author, run, failedBefore);
                }
            }
            Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS << tries));
        }
    }

    /** Takes it into the record that the item failed; that this fails too is no item's fault any more. */
    private List<Outcome> refused(
            Entry entry, String author, @Nullable ImportRun run, long failedBefore, RuntimeException failed)
            throws InterruptedException {
        if (entry.error() != null) {
            throw failed;
        }
        return commitPart(List.of(entry.failed(error(failed))), author, run, failedBefore);
    }

    private static ItemError error(RuntimeException failed) {
        return switch (BatchFailure.of(failed)) {
            case REFUSED -> ItemError.of(refusal(failed));
            case CONTENTION -> {
                LOG.warnf("An item is in others' way even alone: SQLSTATE %s", state(failed));
                yield ItemError.contended();
            }
            case DATA -> {
                LOG.warnf("The database refuses an item: SQLSTATE %s", state(failed));
                yield new ItemError(ErrorCode.BAD_USER_INPUT, "The database cannot keep this item.", null, null);
            }
            case MOVE, FAULT -> throw failed;
        };
    }

    private static String state(Throwable failed) {
        return DatabaseFailure.findState(failed).orElse("unknown");
    }

    private static RequestFailure refusal(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestFailure refused) {
                return refused;
            }
        }
        throw new IllegalArgumentException("no request was refused", failed);
    }

    /** In their order, and what failed in the first is counted before the second. */
    private List<Outcome> inHalves(List<Entry> batch, String author, @Nullable ImportRun run, long failedBefore)
            throws InterruptedException {
        int middle = batch.size() / 2;
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        outcomes.addAll(commitPart(batch.subList(0, middle), author, run, failedBefore));
        long failures = failedBefore + failed(outcomes);
        outcomes.addAll(commitPart(batch.subList(middle, batch.size()), author, run, failures));
        return outcomes;
    }

    private static long failed(List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.stored() == null).count();
    }

    private static List<Outcome> outcomes(List<Entry> batch, List<StoredArticle> stored) {
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        int next = 0;
        for (Entry entry : batch) {
            outcomes.add(new Outcome(entry, entry.error() == null ? stored.get(next++) : null));
        }
        return outcomes;
    }
}
