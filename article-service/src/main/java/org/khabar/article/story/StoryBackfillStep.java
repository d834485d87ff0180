package org.khabar.article.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.ArticleVersion;
import org.khabar.article.article.RevisionReader;
import org.khabar.article.article.WrittenArticle;
import org.khabar.article.article.backlog.Backlog;
import org.khabar.article.backfill.BackfillStep;
import org.khabar.article.backfill.BackfillWork;

/** One step of the {@link StoryBackfill}. */
@ApplicationScoped
class StoryBackfillStep implements BackfillWork {

    /** Few enough that writers of copies of them do not wait for long. */
    private static final int BATCH = 64;

    private final StoryBackfillRepository repository;
    private final RevisionReader revisions;
    private final StoryKeeper keeper;
    private final Backlog backlog;

    StoryBackfillStep(
            StoryBackfillRepository repository, RevisionReader revisions, StoryKeeper keeper, Backlog backlog) {
        this.repository = repository;
        this.revisions = revisions;
        this.keeper = keeper;
        this.backlog = backlog;
    }

    @Override
    public String name() {
        return "stories";
    }

    @Override
    public int batchSize() {
        return BATCH;
    }

    @Override
    @Transactional
    public BackfillStep take(int most) {
        if (!repository.isPending()) {
            return BackfillStep.DONE;
        }
        Optional<UUID> last = repository.claim();
        if (last.isEmpty()) {
            return BackfillStep.BUSY;
        }
        List<ArticleVersion> batch = repository.listAfter(last.get(), most);
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

    @Override
    @Transactional
    public Optional<UUID> findNext() {
        return repository
                .claim()
                .flatMap(last -> repository.listAfter(last, 1).stream().findFirst())
                .map(ArticleVersion::articleId);
    }

    @Override
    @Transactional
    public void passOver(UUID article, String reason) {
        findNext().filter(article::equals).ifPresent(next -> {
            backlog.setAside(next, reason);
            repository.advance(next);
        });
    }

    private static WrittenArticle written(ArticleVersion version, ArticleVersion.State state) {
        return new WrittenArticle(
                version.articleId(), version.version(), state.status(), false, state.content(), state.updatedAt());
    }
}
