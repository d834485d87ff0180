package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.ArticleVersion;
import org.khabar.article.article.RevisionReader;
import org.khabar.article.article.WrittenArticle;
import org.khabar.article.backfill.BackfillRepository;
import org.khabar.article.backfill.BackfillStep;

/** One step of the {@link SearchBackfill}. */
@ApplicationScoped
class SearchBackfillStep {

    /** Whoever writes one of these waits for the step. */
    private static final int BATCH = 50;

    private final BackfillRepository progress;
    private final SearchBackfillRepository articles;
    private final RevisionReader revisions;
    private final SearchIndex index;

    SearchBackfillStep(
            BackfillRepository progress,
            SearchBackfillRepository articles,
            RevisionReader revisions,
            SearchIndex index) {
        this.progress = progress;
        this.articles = articles;
        this.revisions = revisions;
        this.index = index;
    }

    @Transactional
    BackfillStep take() {
        if (!progress.isPending(SearchBackfill.NAME)) {
            return BackfillStep.DONE;
        }
        Optional<UUID> last = progress.claim(SearchBackfill.NAME);
        if (last.isEmpty()) {
            return BackfillStep.BUSY;
        }
        List<ArticleVersion> batch = articles.listUnindexedBefore(last.get(), BATCH);
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

    private static SearchDocument document(ArticleVersion version, ArticleVersion.State state) {
        return SearchDocument.of(new WrittenArticle(
                version.articleId(), version.version(), state.status(), true, state.content(), state.updatedAt()));
    }
}
