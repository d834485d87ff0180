package org.khabar.entity.mention;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Links articles again after changes of the catalogue, on a virtual thread of its own. Every replica does; an article is
 * stored in one transaction that takes it out of the queue, so a process that is killed has done it or not.
 */
@ApplicationScoped
class Relinker {

    private static final Logger LOG = Logger.getLogger(Relinker.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final RelinkConfig config;
    private final RelinkQueue queue;
    private final LiveTagger tagger;
    private final Annotator annotator;
    private final ArticleTexts texts;
    private final ArticleMentions mentions;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    Relinker(
            RelinkConfig config,
            RelinkQueue queue,
            LiveTagger tagger,
            Annotator annotator,
            ArticleTexts texts,
            ArticleMentions mentions) {
        this.config = config;
        this.queue = queue;
        this.tagger = tagger;
        this.annotator = annotator;
        this.texts = texts;
        this.mentions = mentions;
    }

    void onStart(@Observes @Priority(LiveTagger.STARTUP_PRIORITY + 100) StartupEvent start) {
        if (config.enabled()) {
            thread = Thread.ofVirtual().name("relinking").start(this::run);
        }
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            running.join(LONGEST_STOP);
        }
    }

    private void run() {
        try {
            while (!stopping.await(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                workOnce();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOnce() {
        try {
            work();
        } catch (RuntimeException failure) {
            LOG.warnf("Articles cannot be linked again; they wait: %s", failure);
        }
    }

    /** Does what there is to do. */
    void work() {
        boolean more = true;
        while (more && isRunning()) {
            more = workOnBatch();
        }
    }

    /** Before each batch it is looked what was asked for meanwhile, as some of it may come first. */
    private boolean workOnBatch() {
        tagger.follow();
        long position = tagger.position();
        boolean more = true;
        while (more && isRunning()) {
            more = queue.expand(position);
        }
        List<UUID> claimed = queue.claim(position, config.batchSize(), config.lease());
        claimed.stream().takeWhile(article -> isRunning()).forEach(article -> linkAgain(article, position));
        return !claimed.isEmpty();
    }

    /** An article that cannot be linked does not hold up the others; its turn comes again when its claim has ended. */
    private void linkAgain(UUID article, long position) {
        try {
            Optional<ArticleSnapshot> snapshot = texts.find(article);
            if (snapshot.isPresent()) {
                mentions.linkAgain(annotator.annotate(snapshot.get()));
            } else {
                mentions.moveMentions(article, position);
            }
        } catch (RuntimeException | VirtualMachineError failure) {
            LOG.warnf("Article %s cannot be linked again; next try in %s: %s", article, config.lease(), failure);
        }
    }

    private boolean isRunning() {
        return stopping.getCount() > 0;
    }
}
