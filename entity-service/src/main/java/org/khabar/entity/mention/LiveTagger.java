package org.khabar.entity.mention;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.CatalogueChange;
import org.khabar.entity.catalogue.CatalogueChanges;
import org.khabar.entity.catalogue.CatalogueLoader;
import org.khabar.entity.tagging.Dictionary;
import org.khabar.entity.tagging.Tagger;

/**
 * The tagger over the catalogue as it was last read; replaced as a whole, so that a text sees one dictionary. Changes are taken
 * in as edits; when there are too many, or none could be read for long, the dictionary is built anew. While millions of names
 * come in that is not done without a pause, so that it takes a fifth of one processor at most.
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
    private long buildableAt = System.nanoTime();

    LiveTagger(Catalogue catalogue, CatalogueChanges changes, DictionaryConfig config) {
        this.catalogue = catalogue;
        this.changes = changes;
        this.config = config;
    }

    void onStart(@Observes @Priority(STARTUP_PRIORITY) StartupEvent start) {
        refresh();
    }

    /** Reads the catalogue's aliases again. */
    synchronized void refresh() {
        long begun = System.nanoTime();
        long before = changes.position();
        Dictionary.Builder builder = new Dictionary.Builder();
        catalogue.readDictionary(builder::add);
        Dictionary dictionary = builder.build();
        current.set(dictionary);
        hasRead(before);
        buildableAt = readAt + PAUSES_PER_BUILD * (readAt - begun);
        changes.forgetOlderThan(config.keptChanges());
        LOG.infof("The dictionary has %d names.", dictionary.size());
    }

    /** Takes in what has changed in the catalogue since it was read. */
    synchronized void follow() {
        Dictionary dictionary = current.get();
        int room = config.maxEdits() - dictionary.edits();
        CatalogueChange change = changes.since(position, Math.max(0, room));
        if (change.more() || isLate()) {
            if (System.nanoTime() - buildableAt >= 0) {
                refresh();
            }
            return;
        }
        if (!change.names().isEmpty()) {
            current.set(dictionary.with(change.names()));
        }
        hasRead(change.position());
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
