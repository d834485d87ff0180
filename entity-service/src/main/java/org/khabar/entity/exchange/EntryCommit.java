package org.khabar.entity.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.khabar.entity.failure.ErrorCode;

/**
 * Commits lines so that one fails alone, and for what is wrong with it. Lines that were in another writer's way are tried again, then
 * committed one by one, as are those among which one cannot be kept. Any other failure would be that of the next lines too,
 * so it ends the import.
 */
@ApplicationScoped
class EntryCommit {

    private static final Logger LOG = Logger.getLogger(EntryCommit.class);
    private static final int MOST_TRIES = 4;
    /** Between tries, at most: doubles each time. Random, so that two do not meet again. */
    private static final long FIRST_PAUSE_MILLIS = 20;

    private final EntryWriter writer;

    EntryCommit(EntryWriter writer) {
        this.writer = writer;
    }

    List<Outcome> commit(List<Entry> entries, ImportAuthor author) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>(entries.size());
        for (List<Entry> part : EntryParts.of(entries)) {
            outcomes.addAll(commitPart(part, author));
        }
        return outcomes;
    }

    private List<Outcome> commitPart(List<Entry> part, ImportAuthor author) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>(part.size());
        while (outcomes.size() < part.size()) {
            outcomes.addAll(commitStart(part.subList(outcomes.size(), part.size()), author));
        }
        return outcomes;
    }

    /** What became of the first of these lines, one at least. */
    private List<Outcome> commitStart(List<Entry> part, ImportAuthor author) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return EntryParts.isMerge(part.getFirst())
                        ? List.of(writer.merge(part.getFirst(), author))
                        : writer.write(part, author);
            } catch (RuntimeException failed) {
                WriteFailure why = WriteFailure.of(failed);
                if (why == WriteFailure.FAULT) {
                    throw failed;
                }
                if (why != WriteFailure.CONTENTION || tries == MOST_TRIES) {
                    return part.size() == 1
                            ? List.of(Outcome.failed(part.getFirst(), error(failed)))
                            : oneByOne(part, author);
                }
            }
            Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS << tries));
        }
    }

    private List<Outcome> oneByOne(List<Entry> part, ImportAuthor author) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>(part.size());
        for (Entry entry : part) {
            outcomes.addAll(commitStart(List.of(entry), author));
        }
        return outcomes;
    }

    private static ItemError error(RuntimeException failed) {
        return switch (WriteFailure.of(failed)) {
            case REFUSED -> ItemError.of(Objects.requireNonNull(WriteFailure.findRefusal(failed)));
            case CONTENTION ->
                new ItemError(
                        ErrorCode.CONFLICT,
                        "Others were writing the same entities all the time; nothing is wrong with the line, send it again.",
                        true);
            case DATA -> {
                LOG.warnf("The database refuses a line: %s", failed);
                yield new ItemError(ErrorCode.BAD_USER_INPUT, "The database cannot keep this line.");
            }
            case FAULT -> throw failed;
        };
    }
}
