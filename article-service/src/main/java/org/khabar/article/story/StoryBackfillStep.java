package org.khabar.article.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.ArticleVersion;
import org.khabar.article.article.RevisionReader;
import org.khabar.article.article.WrittenArticle;
import org.khabar.article.backfill.BackfillStep;

/** One step of the {@link StoryBackfill}. */
@ApplicationScoped
class StoryBackfillStep {

    /** Few enough that writers of copies of them do not wait for long. */
    private static final int BATCH = 64;

    private final StoryBackfillRepository repository;
    private final RevisionReader revisions;
    private final StoryKeeper keeper;

    StoryBackfillStep(StoryBackfillRepository repository, RevisionReader revisions, StoryKeeper keeper) {
        this.repository = repository;
        this.revisions = revisions;
        this.keeper = keeper;
    }

    @Transactional
    BackfillStep take() {
        if (!repository.isPending()) {
            return BackfillStep.DONE;
        }
        Optional<UUID> last = repository.claim();
        if (last.isEmpty()) {
            return BackfillStep.BUSY;
        }
        List<ArticleVersion> batch = repository.listAfter(last.get(), BATCH);
        if (batch.isEmpty()) {
            repository.finish();
            return BackfillStep.DONE;
        }
        keeper.written(revisions.listStates(batch).entrySet().stream()
                .map(entry -> written(entry.getKey(), entry.getValue()))
                .toList());
        repository.advance(batch.getLast().articleId());
        return BackfillStep.MORE;
    }

    private static WrittenArticle written(ArticleVersion version, ArticleVersion.State state) {
        return new WrittenArticle(
                version.articleId(), version.version(), state.status(), false, state.content(), state.updatedAt());
    }
}
