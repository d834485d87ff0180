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
    private final ContentLimits limits;
    private final RevisionRepository revisions;
    private final List<ArticleObserver> observers;
    private final ArticleChangeLog changes;
    private final Clock clock;

    ArticleStore(
            ArticleRepository articles,
            ArticleMatcher matcher,
            ContentLimits limits,
            RevisionRepository revisions,
            @All List<ArticleObserver> observers,
            ArticleChangeLog changes,
            Clock clock) {
        this.articles = articles;
        this.matcher = matcher;
        this.limits = limits;
        this.revisions = revisions;
        this.observers = observers;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Stores content by the rule of {@link ArticleIdentity}. All or nothing: article, revision and change are written in
     * one transaction. An article stays where it stands in the workflow, whatever a page says: a draft, a scheduled or a
     * withdrawn article gets a revision, and no follower is told. A page that is as it was when it was last imported
     * changes nothing, so that what editors have changed since stays.
     *
     * @param author who stores it, for the revision
     */
    @Transactional
    public StoredArticle store(ArticleContent content, String author) {
        limits.check(content);
        articles.lockIdentity(ArticleIdentity.lockKeys(content));
        Optional<ArticleMatcher.Match> match = findLocked(content);
        if (match.isEmpty()) {
            return create(content, author);
        }
        ArticleEntity article = match.get().article();
        return findChange(content, match.get())
                .map(known -> revise(article, known, author))
                .orElseGet(() -> new StoredArticle(StoredArticle.Outcome.UNCHANGED, ArticleNode.of(article)));
    }

    /**
     * Stores what a feed lists, by the same rules but one: a feed often has only the beginning of a text, so that it never
     * takes the place of a longer one.
     */
    @Transactional
    public StoredArticle storeListed(ArticleContent content, String author) {
        articles.lockIdentity(ArticleIdentity.lockKeys(content));
        return findLocked(content)
                .filter(match -> length(match.blocks()) > length(content.blocks()))
                .map(match -> new StoredArticle(StoredArticle.Outcome.UNCHANGED, ArticleNode.of(match.article())))
                .orElseGet(() -> store(content, author));
    }

    private static int length(List<TextBlock> blocks) {
        return blocks.stream().mapToInt(block -> block.text().length()).sum();
    }

    /** What is to be written of a page that is this article; empty when it says nothing new. */
    Optional<ArticleContent> findChange(ArticleContent content, ArticleMatcher.Match match) {
        ArticleEntity article = match.article();
        boolean completes = matcher.isUnknown(content.outletId()) && !matcher.isUnknown(article.outletId);
        ArticleContent known = completes ? article.completed(content) : content;
        boolean unchanged = match.blocks().equals(known.blocks()) && article.says(known);
        return unchanged || isAsImported(article, known) ? Optional.empty() : Optional.of(known);
    }

    /** The article that the content is, which nobody else changes until the transaction ends. */
    private Optional<ArticleMatcher.Match> findLocked(ArticleContent content) {
        Optional<ArticleMatcher.Match> match = matcher.find(content);
        boolean changed =
                match.isPresent() && !articles.lock(List.of(match.get().article()));
        return changed ? matcher.find(content) : match;
    }

    private boolean isAsImported(ArticleEntity article, ArticleContent page) {
        return revisions
                .findNewestImport(article.id)
                .filter(imported -> imported.key.version() < article.version && imported.says(page))
                .isPresent();
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
