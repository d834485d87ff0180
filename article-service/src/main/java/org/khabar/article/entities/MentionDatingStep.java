package org.khabar.article.entities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.backfill.BackfillRepository;
import org.khabar.article.backfill.BackfillStep;

/** One step of {@link MentionDating}. */
@ApplicationScoped
class MentionDatingStep {

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

    @Transactional
    BackfillStep take() {
        if (!progress.isPending(NAME)) {
            return BackfillStep.DONE;
        }
        Optional<UUID> last = progress.claim(NAME);
        if (last.isEmpty()) {
            return BackfillStep.BUSY;
        }
        Optional<UUID> reached = mentions.dateBefore(last.get(), BATCH);
        if (reached.isEmpty()) {
            progress.finish(NAME);
            return BackfillStep.DONE;
        }
        progress.advance(NAME, reached.get());
        return BackfillStep.MORE;
    }
}
