package org.khabar.entity.mention;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.CatalogueLoader;
import org.khabar.entity.tagging.Dictionary;
import org.khabar.entity.tagging.Tagger;

/** The tagger over the catalogue as it was last read; replaced as a whole, so that a text sees one dictionary. */
@ApplicationScoped
class LiveTagger {

    static final int STARTUP_PRIORITY = CatalogueLoader.STARTUP_PRIORITY + 100;

    private static final Logger LOG = Logger.getLogger(LiveTagger.class);

    private final Catalogue catalogue;
    private final AtomicReference<Tagger> current = new AtomicReference<>(new Tagger(Dictionary.empty()));

    LiveTagger(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void onStart(@Observes @Priority(STARTUP_PRIORITY) StartupEvent start) {
        refresh();
    }

    /** Reads the catalogue's aliases again. */
    void refresh() {
        Dictionary dictionary = Dictionary.of(catalogue.listDictionary());
        current.set(new Tagger(dictionary));
        LOG.infof("The dictionary has %d names.", dictionary.size());
    }

    Tagger get() {
        return current.get();
    }
}
