package org.khabar.entity.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.ErrorCode;
import org.khabar.entity.failure.RequestFailure;

/**
 * Imports a stream of lines: one thread reads and parses, the caller's commits and reports. What was reported is stored, whatever
 * happens then; what was stored and not reported is found unchanged when the lines are sent again.
 */
@ApplicationScoped
class CatalogueImport {

    private static final Logger LOG = Logger.getLogger(CatalogueImport.class);
    private static final long FOREVER = TimeUnit.DAYS.toNanos(1);

    private final LineParser parser;
    private final EntryCommit commit;
    private final ExchangeConfig config;
    private final Semaphore places;

    CatalogueImport(LineParser parser, EntryCommit commit, ExchangeConfig config) {
        this.parser = parser;
        this.commit = commit;
        this.config = config;
        this.places = new Semaphore(config.maxImports());
    }

    /** Takes one of the places for imports; whoever gets it must {@link #release} it. */
    void acquire() {
        if (!places.tryAcquire()) {
            throw new RequestFailure(
                    ErrorCode.LIMIT_EXCEEDED,
                    429,
                    "%d imports are under way here; try again later.".formatted(config.maxImports()),
                    null);
        }
    }

    void release() {
        places.release();
    }

    /**
     * Imports lines.
     *
     * @param from the first line that is imported, 1 for all
     * @return whether it came to the end of the body
     * @throws IOException when the client does not take its results
     */
    boolean run(LineSource source, String author, long from, ResultLines results) throws IOException {
        EntryQueue queue = new EntryQueue(config.importBufferBytes());
        Thread reader = Thread.ofVirtual()
                .name("catalogue-import-reader")
                .start(new EntryReader(source, parser, queue, from, config.maxLineBytes()));
        try {
            return new Progress(new ImportAuthor(author, config.maxRelinkedNames()), from, queue, results).run();
        } finally {
            reader.interrupt();
        }
    }

    /** One import under way. */
    private final class Progress {
        private final ImportAuthor author;
        private final EntryQueue queue;
        private final ResultLines results;
        private ImportCounts counts = ImportCounts.NONE;
        private long committed;

        Progress(ImportAuthor author, long from, EntryQueue queue, ResultLines results) {
            this.author = author;
            this.queue = queue;
            this.results = results;
            this.committed = from - 1;
        }

        boolean run() throws IOException {
            try {
                for (List<Entry> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                    List<Outcome> outcomes = commit.commit(batch, author);
                    counts = counts.plus(outcomes);
                    committed = batch.getLast().line();
                    results.write(outcomes);
                }
            } catch (RuntimeException failed) {
                LOG.error("An import of the catalogue broke off", failed);
                return breakOff(new ItemError(ErrorCode.INTERNAL, "The service failed; the failure is logged."));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return breakOff(new ItemError(ErrorCode.INTERNAL, "The service stops."));
            }
            return finish();
        }

        private boolean finish() throws IOException {
            Exception failure = queue.failure();
            if (failure instanceof RequestFailure refused) {
                return breakOff(ItemError.of(refused));
            }
            if (failure != null) {
                LOG.infof("The body of an import of the catalogue broke off: %s", failure.getMessage());
                return breakOff(new ItemError(ErrorCode.BAD_USER_INPUT, "The body broke off."));
            }
            results.end(new ResultLines.End(true, counts, null, null));
            return true;
        }

        private boolean breakOff(ItemError error) throws IOException {
            results.end(new ResultLines.End(false, counts, committed + 1, error));
            return false;
        }

        /** As many lines as there are within the bounds and the delay; none at the end. */
        private List<Entry> nextBatch() throws InterruptedException {
            List<Entry> batch = new ArrayList<>(config.importBatchSize());
            Entry first = await();
            long until = System.nanoTime() + config.importBatchDelay().toNanos();
            long bytes = 0;
            for (Entry entry = first; entry != null; entry = queue.poll(until - System.nanoTime())) {
                batch.add(entry);
                bytes += entry.bytes();
                if (batch.size() >= config.importBatchSize() || bytes >= config.importBufferBytes()) {
                    break;
                }
            }
            return batch;
        }

        private @Nullable Entry await() throws InterruptedException {
            Entry entry = null;
            while (entry == null && !queue.isExhausted()) {
                entry = queue.poll(FOREVER);
            }
            return entry;
        }
    }
}
