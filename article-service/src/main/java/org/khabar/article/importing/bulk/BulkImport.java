package org.khabar.article.importing.bulk;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.backlog.Backlog;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.PageImporter;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormParser;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletRegistry;

/**
 * Imports a stream: one thread reads and parses, the caller's commits batch after batch and reports each as soon as it is
 * committed. What was reported is stored, whatever happens then; what was stored and not reported is found unchanged, or
 * passed over by its place in the record, when the stream is sent again.
 */
@ApplicationScoped
class BulkImport {

    private static final Logger LOG = Logger.getLogger(BulkImport.class);
    private static final long FOREVER = TimeUnit.DAYS.toNanos(1);

    private final Map<String, FormParser> parsers = new HashMap<>();
    private final PageImporter importer;
    private final OutletRegistry outlets;
    private final BatchCommit commit;
    private final BatchWriter writer;
    private final Backlog backlog;
    private final BulkConfig config;
    private final Clock clock;
    private final Semaphore streams;

    BulkImport(
            @All List<FormParser> parsers,
            PageImporter importer,
            OutletRegistry outlets,
            BatchCommit commit,
            BatchWriter writer,
            Backlog backlog,
            BulkConfig config,
            Clock clock) {
        parsers.forEach(parser -> parser.mediaTypes().forEach(type -> this.parsers.put(type, parser)));
        this.importer = importer;
        this.outlets = outlets;
        this.commit = commit;
        this.writer = writer;
        this.backlog = backlog;
        this.config = config;
        this.clock = clock;
        this.streams = new Semaphore(config.maxStreams());
    }

    /**
     * What is asked for beside the body.
     *
     * @param outlet an outlet's code, for all items
     * @param language BCP 47 tag, for all items
     * @param from the first position to import, 1 for all
     * @param key the import's key; null when no record is kept
     * @param mayMove whether the author may move articles in the workflow
     */
    record Request(
            String author,
            @Nullable String outlet,
            @Nullable String language,
            long from,
            @Nullable String key,
            boolean mayMove) {}

    /** How an import ended, beside its lines. */
    enum End {
        WHOLE,
        BROKEN_OFF
    }

    /** Takes one of the places for streams; whoever gets it must {@link #release} it. */
    void acquire() {
        if (!streams.tryAcquire()) {
            throw new RequestFailure(
                    ErrorCode.LIMIT_EXCEEDED,
                    429,
                    "%d imports are under way here; try again later.".formatted(config.maxStreams()),
                    null);
        }
    }

    void release() {
        streams.release();
    }

    /** How many items a stream commits together while so many run as do now. */
    int shareOfBatch() {
        int running = Math.max(1, config.maxStreams() - streams.availablePermits());
        return Math.max(1, config.batchSize() / running);
    }

    /** @throws RequestFailure when an argument names nothing */
    void check(Request request) {
        context(request);
    }

    /** @throws IOException when the client does not take its results */
    End run(ItemSource source, Request request, ResultLines results) throws IOException {
        ImportRun run = request.key() == null ? null : writer.begin(request.author(), request.key());
        long from = Math.max(request.from(), run == null ? 1 : run.lastPosition() + 1);
        EntryQueue queue = new EntryQueue(config.bufferBytes());
        Thread reader = Thread.ofVirtual()
                .name("import-reader")
                .start(new EntryReader(
                        source, parsers, importer, () -> context(request), queue, from, request.mayMove()));
        try {
            return new Progress(request, run, from, queue, results).run();
        } finally {
            reader.interrupt();
        }
    }

    Optional<ImportRecord> find(String author, String key) {
        return writer.find(author, key);
    }

    private FormContext context(Request request) {
        Outlet outlet = request.outlet() == null || request.outlet().isBlank()
                ? null
                : outlets.getByCode(request.outlet().strip());
        String language = request.language() == null || request.language().isBlank()
                ? null
                : FormContext.languageTag(request.language())
                        .orElseThrow(() -> RequestFailure.badInput("The language is not a BCP 47 tag."));
        return new FormContext(outlets.index(), outlet, null, language, null, clock.instant());
    }

    /** One import under way. */
    private final class Progress {
        private final Request request;
        private final @Nullable ImportRun run;
        private final EntryQueue queue;
        private final ResultLines results;
        private BatchCounts counts = BatchCounts.NONE;
        private long committed;

        Progress(Request request, @Nullable ImportRun run, long from, EntryQueue queue, ResultLines results) {
            this.request = request;
            this.run = run;
            this.queue = queue;
            this.results = results;
            this.committed = from - 1;
        }

        End run() throws IOException {
            try {
                for (List<Entry> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                    commit(batch);
                }
            } catch (BatchWriter.RunTakenOver taken) {
                return breakOff(new ItemError(
                        ErrorCode.CONFLICT, "Another request with this Idempotency-Key has gone on.", null, null));
            } catch (RuntimeException failed) {
                LOG.error("An import broke off", failed);
                return breakOff(
                        new ItemError(ErrorCode.INTERNAL, "The service failed; the failure is logged.", null, null));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return breakOff(new ItemError(ErrorCode.INTERNAL, "The service stops.", null, null));
            }
            return finish();
        }

        private End finish() throws IOException {
            Exception failure = queue.failure();
            if (failure instanceof RequestFailure refused) {
                return breakOff(ItemError.of(refused));
            }
            if (failure != null) {
                LOG.infof("An import's body broke off after %d items: %s", counts.all(), failure.getMessage());
                return breakOff(new ItemError(ErrorCode.BAD_USER_INPUT, "The body broke off.", null, null));
            }
            if (run != null) {
                writer.finish(run);
            }
            results.end(new ResultLines.End(true, counts, null, null));
            return End.WHOLE;
        }

        private End breakOff(ItemError error) throws IOException {
            results.end(new ResultLines.End(false, counts, committed + 1, error));
            return End.BROKEN_OFF;
        }

        private void commit(List<Entry> batch) throws IOException, InterruptedException {
            backlog.awaitRoom(batch.size());
            long failedBefore = (run == null ? 0 : run.failed()) + counts.failed();
            List<BatchCommit.Outcome> outcomes =
                    BulkImport.this.commit.commit(batch, request.author(), run, failedBefore);
            BatchCounts committedNow = BatchCounts.of(outcomes);
            committedNow.meter();
            counts = counts.plus(committedNow);
            batch.stream()
                    .filter(Entry::lastOfDocument)
                    .forEach(entry -> committed = Math.max(committed, entry.position()));
            results.write(outcomes);
        }

        /** As many entries as there are within the bounds and the delay; none at the end. */
        private List<Entry> nextBatch() throws InterruptedException {
            int most = shareOfBatch();
            List<Entry> batch = new ArrayList<>(most);
            Entry first = await();
            long until = System.nanoTime() + config.batchDelay().toNanos();
            long bytes = 0;
            for (Entry entry = first; entry != null; entry = queue.poll(until - System.nanoTime())) {
                batch.add(entry);
                bytes += entry.weight();
                if (batch.size() >= most || bytes >= config.batchBytes()) {
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
