package org.khabar.article.entities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.khabar.article.backfill.BackfillRepository;
import org.khabar.article.backfill.BackfillStep;
import org.khabar.article.backfill.BackfillWork;

/** One step of {@link MentionDating}. */
@ApplicationScoped
class MentionDatingStep implements BackfillWork {

    private static final Logger LOG = Logger.getLogger(MentionDatingStep.class);

    /** In the table of such works. */
    static final String NAME = "mention-dates";

    /** Articles; whoever writes one of these waits for the step. */
    private static final int BATCH = 200;

    private final BackfillRepository progress;
    private final MentionDatingRepository mentions;

    MentionDatingStep(BackfillRepository progress, MentionDatingRepository mentions) {
        this.progress = progress;
        this.mentions = mentions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int batchSize() {
        return BATCH;
    }

    @Override
    @Transactional
    public BackfillStep take(int most) {
        if (!progress.isPending(NAME)) {
            return BackfillStep.DONE;
        }
        Optional<UUID> last = progress.claim(NAME);
        if (last.isEmpty()) {
            return BackfillStep.BUSY;
        }
        Optional<UUID> reached = mentions.dateBefore(last.get(), most);
        if (reached.isEmpty()) {
            progress.finish(NAME);
            return BackfillStep.DONE;
        }
        progress.advance(NAME, reached.get());
        return BackfillStep.MORE;
    }

    @Override
    @Transactional
    public Optional<UUID> findNext() {
        return progress.claim(NAME).flatMap(mentions::findBefore);
    }

    /** Its mentions are told when the article moves or is named anew. */
    @Override
    @Transactional
    public void passOver(UUID article, String reason) {
        findNext().filter(article::equals).ifPresent(next -> {
            LOG.warnf("The mentions of article %s do not know when it was published: %s", next, reason);
            progress.advance(NAME, next);
        });
    }
}
