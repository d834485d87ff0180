package org.khabar.article.article;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores content: as a new article, as a revision of the article that it is, or not at all when nothing changed. */
@ApplicationScoped
public class ArticleStore {

    private final ArticleRepository articles;
    private final ArticleMatcher matcher;
    private final ContentLimits limits;
    private final RevisionRepository revisions;
    private final SourceNameRepository names;
    private final List<ArticleObserver> observers;
    private final ArticleChangeLog changes;
    private final Clock clock;

    ArticleStore(
            ArticleRepository articles,
            ArticleMatcher matcher,
            ContentLimits limits,
            RevisionRepository revisions,
            SourceNameRepository names,
            @All List<ArticleObserver> observers,
            ArticleChangeLog changes,
            Clock clock) {
        this.articles = articles;
        this.matcher = matcher;
        this.limits = limits;
        this.revisions = revisions;
        this.names = names;
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
        return store(PreparedArticle.of(content), author);
    }

    /**
     * Stores what a feed lists, by the same rules but one: a feed often has only the beginning of a text, so that it never
     * takes the place of a longer one.
     */
    @Transactional
    public StoredArticle storeListed(ArticleContent content, String author) {
        return store(PreparedArticle.of(content, Arrival.LISTED), author);
    }

    /** Stores content by the same rules; where its source wants it to stand counts for a new article alone. */
    @Transactional
    public StoredArticle store(PreparedArticle page, String author) {
        return lockAndFind(page).map(match -> store(page, match, author)).orElseGet(() -> create(page, author));
    }

    /** Notes what the sources of pages call their articles; like all rows but the feed's, before followers are told. */
    void rememberNames(List<PreparedArticle> pages, List<StoredArticle> stored) {
        SortedMap<String, UUID> articles = new TreeMap<>();
        for (int i = 0; i < pages.size(); i++) {
            String name = pages.get(i).arrival().name();
            if (name != null) {
                articles.put(name, UUID.fromString(stored.get(i).article().id()));
            }
        }
        names.remember(articles);
    }

    /** The same of one page. */
    void rememberName(PreparedArticle page, ArticleEntity article) {
        String name = page.arrival().name();
        if (name != null) {
            names.remember(new TreeMap<>(Map.of(name, article.id)));
        }
    }

    /** Stores a page of an article that is locked. */
    StoredArticle store(PreparedArticle page, ArticleMatcher.Match match, String author) {
        ArticleEntity article = match.article();
        rememberName(page, article);
        return findChange(page, match)
                .map(known -> revise(article, known, author))
                .orElseGet(() -> new StoredArticle(StoredArticle.Outcome.UNCHANGED, ArticleNode.of(article)));
    }

    /** The article that a page is; writers of the same one wait until the transaction ends, and nobody else changes it. */
    Optional<ArticleMatcher.Match> lockAndFind(PreparedArticle page) {
        limits.check(page.content());
        articles.lockIdentity(ArticleIdentity.lockKeys(page.content(), page.print()));
        return findLocked(page.content());
    }

    private static int length(List<TextBlock> blocks) {
        return blocks.stream().mapToInt(block -> block.text().length()).sum();
    }

    /** What is to be written of a page that is this article; empty when it says nothing new. */
    Optional<ArticleContent> findChange(PreparedArticle page, ArticleMatcher.Match match) {
        boolean shortens = length(match.blocks()) > length(page.content().blocks());
        if (page.arrival().beginning() && shortens) {
            return Optional.empty();
        }
        ArticleEntity article = match.article();
        ArticleContent known = known(page.content(), article);
        boolean unchanged = match.blocks().equals(known.blocks()) && article.says(known);
        return unchanged || isAsImported(article, known) ? Optional.empty() : Optional.of(known);
    }

    /** What a page says, of an outlet that the article is known to be of. */
    ArticleContent known(ArticleContent page, ArticleEntity article) {
        boolean completes = matcher.isUnknown(page.outletId()) && !matcher.isUnknown(article.outletId);
        return completes ? article.completed(page) : page;
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

    StoredArticle create(PreparedArticle page, String author) {
        ArticleEntity article = new ArticleEntity();
        Instant now = now();
        article.apply(page.content(), page.print(), now);
        article.enter(page.arrival().state());
        article.withheld = article.status == ArticleStatus.DRAFT;
        article.createdAt = now;
        articles.persistAndFlush(article);
        rememberName(page, article);
        write(article, page.content(), page.arrival().standing(), author);
        if (ArticleStatus.visibleToReaders().contains(article.status)) {
            changes.append(new ArticleChange(ArticleChange.Type.PUBLISHED, article.id, article.version, now));
        }
        return new StoredArticle(StoredArticle.Outcome.CREATED, ArticleNode.of(article));
    }

    private StoredArticle revise(ArticleEntity article, ArticleContent content, String author) {
        Instant now = now();
        article.apply(content, now);
        articles.flush();
        write(article, content, null, author);
        if (ArticleStatus.visibleToReaders().contains(article.status)) {
            changes.append(new ArticleChange(ArticleChange.Type.REVISED, article.id, article.version, now));
        }
        return new StoredArticle(StoredArticle.Outcome.REVISED, ArticleNode.of(article));
    }

    /** @param created where its source wants it to stand, when it is new */
    private void write(ArticleEntity article, ArticleContent content, @Nullable Standing created, String author) {
        RevisionEntity revision = RevisionEntity.of(article, article.version, content.blocks(), author);
        if (created != null) {
            revision.publicNote = article.correctionNote;
            revision.corrections = created.corrections().isEmpty() ? null : created.corrections();
        }
        revisions.persistAndFlush(revision);
        List<WrittenArticle> written = List.of(WrittenArticle.of(article, content, created != null));
        observers.forEach(observer -> observer.written(written));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
