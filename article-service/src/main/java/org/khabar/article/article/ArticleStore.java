package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.khabar.article.text.Folding;

/** Stores content: as a new article, as a revision of the article that it is, or not at all when nothing changed. */
@ApplicationScoped
public class ArticleStore {

    /** How many articles of one headline or minute are compared; more share them only by mistake. */
    private static final int MAX_ALIKE = 50;

    private final ArticleRepository articles;
    private final RevisionRepository revisions;
    private final ArticleChangeLog changes;
    private final Clock clock;

    ArticleStore(ArticleRepository articles, RevisionRepository revisions, ArticleChangeLog changes, Clock clock) {
        this.articles = articles;
        this.revisions = revisions;
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
        Optional<Match> match = findMatch(content);
        if (match.isEmpty()) {
            return create(content, author);
        }
        Match found = match.get();
        boolean unchanged =
                found.blocks().equals(content.blocks()) && found.article().says(content);
        return unchanged
                ? new StoredArticle(StoredArticle.Outcome.UNCHANGED, ArticleNode.of(found.article()))
                : revise(found.article(), content, author);
    }

    private record Match(ArticleEntity article, List<TextBlock> blocks) {}

    private record Candidate(Match match, double resemblance) {}

    private Optional<Match> findMatch(ArticleContent content) {
        if (content.url() != null) {
            Optional<ArticleEntity> byUrl = articles.findByUrlKey(ArticleUrl.key(content.url()));
            if (byUrl.isPresent()) {
                return byUrl.map(article -> matchOf(article, blocksOf(List.of(article))));
            }
        }
        List<ArticleEntity> alike = articles
                .listAlike(content.outletId(), Folding.key(content.headline()), content.publishedAt(), MAX_ALIKE)
                .stream()
                .filter(article -> ArticleIdentity.urlsAllow(content, article))
                .toList();
        return mostAlike(content, alike);
    }

    private Optional<Match> mostAlike(ArticleContent content, List<ArticleEntity> alike) {
        Map<RevisionEntity.Key, List<TextBlock>> blocks = blocksOf(alike);
        TextShingles shingles = TextShingles.of(content.blocks());
        return alike.stream()
                .map(article -> matchOf(article, blocks))
                .map(match -> candidate(content, shingles, match))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Candidate::resemblance))
                .map(Candidate::match);
    }

    private static Match matchOf(ArticleEntity article, Map<RevisionEntity.Key, List<TextBlock>> blocks) {
        return new Match(article, Objects.requireNonNull(blocks.get(key(article))));
    }

    private static Optional<Candidate> candidate(ArticleContent content, TextShingles shingles, Match match) {
        TextShingles.Likeness likeness = shingles.likenessTo(TextShingles.of(match.blocks()));
        return ArticleIdentity.isSame(content, match.article(), likeness)
                ? Optional.of(new Candidate(match, likeness.resemblance()))
                : Optional.empty();
    }

    private Map<RevisionEntity.Key, List<TextBlock>> blocksOf(List<ArticleEntity> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        return revisions.listByKeys(of.stream().map(ArticleStore::key).toList()).stream()
                .collect(Collectors.toMap(revision -> revision.key, revision -> revision.blocks));
    }

    private static RevisionEntity.Key key(ArticleEntity article) {
        return new RevisionEntity.Key(article.id, article.version);
    }

    private StoredArticle create(ArticleContent content, String author) {
        ArticleEntity article = new ArticleEntity();
        Instant now = now();
        article.apply(content, now);
        article.status = ArticleStatus.PUBLISHED;
        article.createdAt = now;
        articles.persistAndFlush(article);
        revisions.persistAndFlush(RevisionEntity.of(article, article.version, content.blocks(), author));
        changes.append(new ArticleChange(ArticleChange.Type.PUBLISHED, article.id, article.version, now));
        return new StoredArticle(StoredArticle.Outcome.CREATED, ArticleNode.of(article));
    }

    private StoredArticle revise(ArticleEntity article, ArticleContent content, String author) {
        Instant now = now();
        article.apply(content, now);
        articles.flush();
        revisions.persistAndFlush(RevisionEntity.of(article, article.version, content.blocks(), author));
        if (ArticleStatus.visibleToReaders().contains(article.status)) {
            changes.append(new ArticleChange(ArticleChange.Type.REVISED, article.id, article.version, now));
        }
        return new StoredArticle(StoredArticle.Outcome.REVISED, ArticleNode.of(article));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
