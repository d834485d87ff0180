package org.khabar.article.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** What a batch has come to so far: the outcome of each content, the articles' last states, the changes in their order. */
final class ArticleBatch {

    private final String author;
    private final Instant now;
    private final List<StoredArticle> outcomes = new ArrayList<>();
    private final List<ArticleChange> changes = new ArrayList<>();
    private final Map<UUID, WrittenArticle> written = new LinkedHashMap<>();

    ArticleBatch(String author, Instant now) {
        this.author = author;
        this.now = now;
    }

    /**
     * @param page what it comes from
     * @param content what is written: the page's, of another outlet or time perhaps
     * @param kept the article as it was found, when nothing is written: one behind it may write it still
     */
    private record Entry(
            ArticleEntity article,
            PreparedArticle page,
            ArticleContent content,
            StoredArticle.Outcome outcome,
            @Nullable ArticleNode kept) {

        boolean isWritten() {
            return kept == null;
        }
    }

    /** One for each content so far. */
    List<StoredArticle> outcomes() {
        return List.copyOf(outcomes);
    }

    List<ArticleChange> changes() {
        return List.copyOf(changes);
    }

    /** Each article that was written once, with the state that it has now. */
    List<WrittenArticle> written() {
        return List.copyOf(written.values());
    }

    Part begin() {
        return new Part();
    }

    private void take(Entry entry) {
        ArticleEntity article = entry.article();
        if (entry.kept() != null) {
            outcomes.add(new StoredArticle(entry.outcome(), entry.kept()));
            return;
        }
        outcomes.add(new StoredArticle(entry.outcome(), ArticleNode.of(article)));
        boolean created = entry.outcome() == StoredArticle.Outcome.CREATED || isCreatedHere(article.id);
        written.put(article.id, WrittenArticle.of(article, entry.content(), created));
        if (entry.outcome() == StoredArticle.Outcome.CREATED) {
            changes.add(new ArticleChange(ArticleChange.Type.PUBLISHED, article.id, article.version, now));
        } else if (ArticleStatus.visibleToReaders().contains(article.status)) {
            changes.add(new ArticleChange(ArticleChange.Type.REVISED, article.id, article.version, now));
        }
    }

    private boolean isCreatedHere(UUID articleId) {
        WrittenArticle before = written.get(articleId);
        return before != null && before.created();
    }

    /** Contents that are written together, each of another article. */
    final class Part {

        private final List<Entry> entries = new ArrayList<>();

        void create(PreparedArticle page) {
            ArticleEntity article = new ArticleEntity();
            article.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
            article.apply(page.content(), page.print(), now);
            article.status = ArticleStatus.PUBLISHED;
            article.createdAt = now;
            entries.add(new Entry(article, page, page.content(), StoredArticle.Outcome.CREATED, null));
        }

        void revise(ArticleEntity article, ArticleContent content, PreparedArticle page) {
            article.apply(content, page.print(), now);
            entries.add(new Entry(article, page, content, StoredArticle.Outcome.REVISED, null));
        }

        void keep(ArticleEntity article, PreparedArticle page) {
            entries.add(
                    new Entry(article, page, page.content(), StoredArticle.Outcome.UNCHANGED, ArticleNode.of(article)));
        }

        List<ArticleEntity> created() {
            return entries.stream()
                    .filter(entry -> entry.outcome() == StoredArticle.Outcome.CREATED)
                    .map(Entry::article)
                    .toList();
        }

        /** The revisions of what is written; asked for once the articles are, and have their versions. */
        List<ArticleCopyRepository.NewRevision> revisions() {
            return entries.stream().filter(Entry::isWritten).map(this::revision).toList();
        }

        private ArticleCopyRepository.NewRevision revision(Entry entry) {
            ArticleEntity article = entry.article();
            return new ArticleCopyRepository.NewRevision(
                    RevisionEntity.of(article, article.version, entry.content().blocks(), author),
                    entry.page().blocks());
        }

        /** Takes what is written into the batch; says how many contents that were. */
        int finish() {
            entries.forEach(ArticleBatch.this::take);
            return entries.size();
        }
    }
}
