package org.khabar.article.importing.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleArrivals;
import org.khabar.article.article.ArticleBatchStore;
import org.khabar.article.article.Cancellation;
import org.khabar.article.article.PreparedArticle;
import org.khabar.article.article.StoredArticle;

/** The transactions of an import: a batch with its place in the record is committed as a whole, or not at all. */
@ApplicationScoped
class BatchWriter implements BatchTransaction {

    private final ArticleBatchStore store;
    private final ArticleArrivals arrivals;
    private final ImportRunRepository runs;
    private final BulkConfig config;
    private final Clock clock;

    BatchWriter(
            ArticleBatchStore store,
            ArticleArrivals arrivals,
            ImportRunRepository runs,
            BulkConfig config,
            Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
    }

    /** Begins an import with a key, or goes on with it, and forgets those of long ago. */
    @Transactional
    ImportRun begin(String author, String key) {
        Instant now = clock.instant();
        runs.deleteBefore(now.minus(config.keptRuns()));
        return runs.begin(author, key, now);
    }

    /**
     * Stores a batch.
     *
     * @param batch one that {@linkplain Entry#isMove() may move an article} alone, or several that do not
     * @throws ArticleBatchStore.MovesArticle when one of several does, {@linkplain Entry#mayRelease() after all}
     * @param failedBefore how many failures the record has
     * @return what was stored, for each entry that is an article
     * @throws RunTakenOver when the key was used again since
     * @throws org.khabar.article.failure.RequestFailure when an article may not be moved so
     */
    @Override
    @Transactional
    public List<StoredArticle> write(List<Entry> batch, String author, @Nullable ImportRun run, long failedBefore) {
        Entry first = batch.getFirst();
        if (first.isMove() || (batch.size() == 1 && first.mayRelease())) {
            List<StoredArticle> stored = List.of(move(first, author));
            if (run != null) {
                record(batch, stored, run, failedBefore);
            }
            return stored;
        }
        List<PreparedArticle> articles =
                batch.stream().map(Entry::article).filter(Objects::nonNull).toList();
        return store.storeAll(articles, author, stored -> {
            if (run != null) {
                record(batch, stored, run, failedBefore);
            }
        });
    }

    private StoredArticle move(Entry entry, String author) {
        Cancellation cancellation = entry.cancellation();
        return cancellation == null
                ? arrivals.store(Objects.requireNonNull(entry.article()), author)
                : arrivals.cancel(cancellation, author);
    }

    private void record(List<Entry> batch, List<StoredArticle> stored, ImportRun run, long failedBefore) {
        BatchCounts counts = BatchCounts.NONE;
        for (StoredArticle article : stored) {
            counts = counts.plus(article.outcome());
        }
        for (Entry entry : batch) {
            ItemError error = entry.error();
            if (error == null) {
                continue;
            }
            if (failedBefore + counts.failed() < config.keptFailures()) {
                runs.addFailure(run, entry.position(), entry.index(), error);
            }
            counts = counts.plusFailed();
        }
        long position = batch.stream()
                .filter(Entry::lastOfDocument)
                .mapToLong(Entry::position)
                .max()
                .orElse(0);
        if (!runs.advance(run, position, counts, clock.instant())) {
            throw new RunTakenOver();
        }
    }

    @Transactional
    void finish(ImportRun run) {
        runs.finish(run, clock.instant());
    }

    @Transactional
    Optional<ImportRecord> find(String author, String key) {
        return runs.find(author, key);
    }

    /** Another request has the key now. */
    static final class RunTakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RunTakenOver() {
            super("another request has the key", null, false, false);
        }
    }
}
