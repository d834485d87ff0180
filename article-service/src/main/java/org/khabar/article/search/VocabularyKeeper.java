package org.khabar.article.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes new words into the vocabulary, in the background. Whatever becomes of a round, the next one goes on. */
@ApplicationScoped
class VocabularyKeeper {

    private static final Logger LOG = Logger.getLogger(VocabularyKeeper.class);

    private final VocabularyRepository vocabulary;
    private final SearchConfig config;
    private @Nullable Thread thread;

    VocabularyKeeper(VocabularyRepository vocabulary, SearchConfig config) {
        this.vocabulary = vocabulary;
        this.config = config;
    }

    void start(@Observes StartupEvent begun) {
        thread = Thread.ofVirtual().name("search-vocabulary").start(this::run);
    }

    void stop(@Observes ShutdownEvent begun) throws InterruptedException {
        Thread started = thread;
        if (started != null) {
            started.interrupt();
            started.join();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!takeIn()) {
                    Thread.sleep(config.vocabularyInterval());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean takeIn() {
        try {
            return vocabulary.takeIn();
        } catch (RuntimeException failed) {
            LOG.warnf("New words cannot be taken into the vocabulary now: %s", failed.getMessage());
            return false;
        }
    }
}
