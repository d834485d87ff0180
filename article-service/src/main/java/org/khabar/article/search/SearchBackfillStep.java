package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.ArticleVersion;
import org.khabar.article.article.RevisionReader;
import org.khabar.article.article.WrittenArticle;
import org.khabar.article.article.backlog.Backlog;
import org.khabar.article.backfill.BackfillRepository;
import org.khabar.article.backfill.BackfillStep;
import org.khabar.article.backfill.BackfillWork;

/** One step of the {@link SearchBackfill}. */
@ApplicationScoped
class SearchBackfillStep implements BackfillWork {

    /** Whoever writes one of these waits for the step. */
    private static final int BATCH = 50;

    private final BackfillRepository progress;
    private final SearchBackfillRepository articles;
    private final RevisionReader revisions;
    private final SearchIndex index;
    private final Backlog backlog;

    SearchBackfillStep(
            BackfillRepository progress,
            SearchBackfillRepository articles,
            RevisionReader revisions,
            SearchIndex index,
            Backlog backlog) {
        this.progress = progress;
        this.articles = articles;
        this.revisions = revisions;
        this.index = index;
        this.backlog = backlog;
    }

    @Override
    public String name() {
        return SearchBackfill.NAME;
    }

    @Override
    public int batchSize() {
        return BATCH;
    }

    @Override
    @Transactional
    public BackfillStep take(int most) {
        if (!progress.isPending(SearchBackfill.NAME)) {
            return BackfillStep.DONE;
        }
        Optional<UUID> last = progress.claim(SearchBackfill.NAME);
        if (last.isEmpty()) {
            return BackfillStep.BUSY;
        }
        List<ArticleVersion> batch = articles.listUnindexedBefore(last.get(), most);
        if (batch.isEmpty()) {
            progress.finish(SearchBackfill.NAME);
            return BackfillStep.DONE;
        }
        index.index(revisions.listStates(batch).entrySet().stream()
                .map(entry -> document(entry.getKey(), entry.getValue()))
                .toList());
        progress.advance(SearchBackfill.NAME, batch.getLast().articleId());
        return BackfillStep.MORE;
    }

    @Override
    @Transactional
    public Optional<UUID> findNext() {
        return progress.claim(SearchBackfill.NAME)
                .flatMap(last -> articles.listUnindexedBefore(last, 1).stream().findFirst())
                .map(ArticleVersion::articleId);
    }

    @Override
    @Transactional
    public void passOver(UUID article, String reason) {
        findNext().filter(article::equals).ifPresent(next -> {
            backlog.setAside(next, reason);
            progress.advance(SearchBackfill.NAME, next);
        });
    }

    private static SearchDocument document(ArticleVersion version, ArticleVersion.State state) {
        return SearchDocument.of(new WrittenArticle(
                version.articleId(), version.version(), state.status(), true, state.content(), state.updatedAt()));
    }
}
