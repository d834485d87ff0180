package org.khabar.entity.mention;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.CatalogueChange;
import org.khabar.entity.catalogue.CatalogueChanges;
import org.khabar.entity.catalogue.CatalogueLoader;
import org.khabar.entity.tagging.Dictionary;
import org.khabar.entity.tagging.Tagger;

/**
 * The tagger over the catalogue as it was last read; replaced as a whole, so that a text sees one dictionary. Changes are taken
 * in as edits; when there are too many, or none could be read for long, the dictionary is built anew, beside the one in use.
 *
 * <p>While names come in by the million that would go on and on. So it waits until no more come, or for a time that grows with
 * what building takes; what editors change in the meantime is taken in at once.
 */
@ApplicationScoped
class LiveTagger {

    static final int STARTUP_PRIORITY = CatalogueLoader.STARTUP_PRIORITY + 100;

    private static final Logger LOG = Logger.getLogger(LiveTagger.class);
    private static final int PAUSES_PER_BUILD = 4;

    private final Catalogue catalogue;
    private final CatalogueChanges changes;
    private final DictionaryConfig config;
    private final AtomicReference<Dictionary> current = new AtomicReference<>(Dictionary.empty());
    private volatile long position;
    private long readAt;
    private long buildNanos;
    private long buildableAt = System.nanoTime();
    private @Nullable Arrears arrears;

    LiveTagger(Catalogue catalogue, CatalogueChanges changes, DictionaryConfig config) {
        this.catalogue = catalogue;
        this.changes = changes;
        this.config = config;
    }

    void onStart(@Observes @Priority(STARTUP_PRIORITY) StartupEvent start) {
        refresh();
    }

    /** Changes that are too many to be taken in one by one. */
    private static final class Arrears {

        private final long since = System.nanoTime();
        private long seen;
        private long takenIn;
        private long grownAt = since;

        Arrears(long position) {
            seen = position;
            takenIn = position;
        }
    }

    /** Reads the catalogue's aliases again. */
    synchronized void refresh() {
        long begun = System.nanoTime();
        long before = changes.position();
        Dictionary.Builder builder = new Dictionary.Builder();
        catalogue.readDictionary(builder::add);
        Dictionary dictionary = builder.build();
        current.set(dictionary);
        arrears = null;
        hasRead(before);
        buildNanos = readAt - begun;
        buildableAt = readAt + PAUSES_PER_BUILD * buildNanos;
        changes.forgetOlderThan(config.keptChanges());
        LOG.infof("The dictionary has %d names, read in %d ms.", dictionary.size(), buildNanos / 1_000_000);
    }

    /** Takes in what has changed in the catalogue since it was read. */
    synchronized void follow() {
        Arrears behind = arrears;
        if (behind != null) {
            catchUp(behind);
            return;
        }
        CatalogueChange change = changes.since(position, room(config.maxEdits()));
        if (change.more() || isLate()) {
            arrears = new Arrears(position);
            catchUp(arrears);
            return;
        }
        takeIn(change);
        hasRead(change.position());
    }

    /** Builds anew when nothing more comes in, or that has gone on for long; else takes in what editors do. */
    private void catchUp(Arrears behind) {
        long now = System.nanoTime();
        long newest = changes.position();
        if (changes.isAny(behind.seen, newest)) {
            behind.grownAt = now;
        }
        behind.seen = newest;
        long quiet = Math.min(config.quietTime().toNanos(), PAUSES_PER_BUILD * buildNanos);
        boolean isDue = now - behind.grownAt >= quiet
                || now - behind.since >= config.longestDelay().toNanos();
        if (isDue && now - buildableAt >= 0) {
            build();
        } else {
            CatalogueChange edits = changes.byEditorsSince(behind.takenIn, room(2 * config.maxEdits()));
            takeIn(edits);
            behind.takenIn = edits.position();
        }
    }

    /** The old one stays in use when there is no room for a new one beside it. */
    private void build() {
        try {
            refresh();
        } catch (OutOfMemoryError noRoom) {
            buildableAt = System.nanoTime() + config.longestDelay().toNanos();
            LOG.errorf(
                    "There is no memory to read the catalogue's names anew beside the %d in use: give the process more (-Xmx)."
                            + " New names are not found until then; next try in %s.",
                    current.get().size(), config.longestDelay());
        }
    }

    private void takeIn(CatalogueChange change) {
        if (!change.names().isEmpty()) {
            current.set(current.get().with(change.names()));
        }
    }

    /** How many more entities may be edits when there may be so many. */
    private int room(int edits) {
        return Math.max(0, edits - current.get().edits());
    }

    Tagger get() {
        return new Tagger(current.get());
    }

    /** The dictionary has seen all transactions below this one; read before {@link #get}, it holds for that as well. */
    long position() {
        return position;
    }

    /** The dictionary that texts are tagged with now. */
    Dictionary dictionary() {
        return current.get();
    }

    private void hasRead(long newPosition) {
        position = newPosition;
        readAt = System.nanoTime();
    }

    private boolean isLate() {
        Duration since = Duration.ofNanos(System.nanoTime() - readAt);
        return since.compareTo(config.keptChanges().dividedBy(2)) > 0;
    }
}
