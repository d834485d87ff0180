package org.khabar.article.article;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Stores content: as a new article, as a revision of the article that it is, or not at all when nothing changed. */
@ApplicationScoped
public class ArticleStore {

    private final ArticleRepository articles;
    private final ArticleMatcher matcher;
    private final RevisionRepository revisions;
    private final List<ArticleObserver> observers;
    private final ArticleChangeLog changes;
    private final Clock clock;

    ArticleStore(
            ArticleRepository articles,
            ArticleMatcher matcher,
            RevisionRepository revisions,
            @All List<ArticleObserver> observers,
            ArticleChangeLog changes,
            Clock clock) {
        this.articles = articles;
        this.matcher = matcher;
        this.revisions = revisions;
        this.observers = observers;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Stores content by the rule of {@link ArticleIdentity}. All or nothing: article, revision and change are written in
     * one transaction.
     *
     * @param author who stores it, for the revision
     */
    @Transactional
    public StoredArticle store(ArticleContent content, String author) {
        articles.lockIdentity(ArticleIdentity.lockKeys(content));
        Optional<ArticleMatcher.Match> match = matcher.find(content);
        if (match.isEmpty()) {
            return create(content, author);
        }
        ArticleEntity article = match.get().article();
        boolean completes = matcher.isUnknown(content.outletId()) && !matcher.isUnknown(article.outletId);
        ArticleContent known = completes ? article.completed(content) : content;
        boolean unchanged = match.get().blocks().equals(known.blocks()) && article.says(known);
        return unchanged
                ? new StoredArticle(StoredArticle.Outcome.UNCHANGED, ArticleNode.of(article))
                : revise(article, known, author);
    }

    private StoredArticle create(ArticleContent content, String author) {
        ArticleEntity article = new ArticleEntity();
        Instant now = now();
        article.apply(content, now);
        article.status = ArticleStatus.PUBLISHED;
        article.createdAt = now;
        articles.persistAndFlush(article);
        write(article, content, true, author);
        changes.append(new ArticleChange(ArticleChange.Type.PUBLISHED, article.id, article.version, now));
        return new StoredArticle(StoredArticle.Outcome.CREATED, ArticleNode.of(article));
    }

    private StoredArticle revise(ArticleEntity article, ArticleContent content, String author) {
        Instant now = now();
        article.apply(content, now);
        articles.flush();
        write(article, content, false, author);
        if (ArticleStatus.visibleToReaders().contains(article.status)) {
            changes.append(new ArticleChange(ArticleChange.Type.REVISED, article.id, article.version, now));
        }
        return new StoredArticle(StoredArticle.Outcome.REVISED, ArticleNode.of(article));
    }

    private void write(ArticleEntity article, ArticleContent content, boolean created, String author) {
        revisions.persistAndFlush(RevisionEntity.of(article, article.version, content.blocks(), author));
        List<WrittenArticle> written = List.of(WrittenArticle.of(article, content, created));
        observers.forEach(observer -> observer.written(written));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
