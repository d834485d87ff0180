package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletRegistry;

/**
 * Finds the stored article that a page is, by the rule of {@link ArticleIdentity}: by its URL; else one that says the
 * same; else the most alike of those that share its headline or time and some of its text.
 */
@ApplicationScoped
class ArticleMatcher {

    private final ArticleRepository articles;
    private final RevisionRepository revisions;
    private final OutletRegistry outlets;

    ArticleMatcher(ArticleRepository articles, RevisionRepository revisions, OutletRegistry outlets) {
        this.articles = articles;
        this.revisions = revisions;
        this.outlets = outlets;
    }

    /** An article and its text. */
    record Match(ArticleEntity article, List<TextBlock> blocks) {}

    private record Candidate(Match match, double resemblance) {}

    Optional<Match> find(ArticleContent content) {
        return findByUrl(content).or(() -> findSame(content)).or(() -> findAlike(content));
    }

    /** Whether an outlet stands for all that we do not know. */
    boolean isUnknown(UUID outletId) {
        return outlets.getByCode(Outlet.UNKNOWN).id().equals(outletId);
    }

    private Optional<Match> findByUrl(ArticleContent content) {
        return Optional.ofNullable(content.url())
                .map(UrlKey::of)
                .flatMap(articles::findByUrlKey)
                .map(this::withBlocks);
    }

    private Optional<Match> findSame(ArticleContent content) {
        return articles.findSame(content, outlets.getByCode(Outlet.UNKNOWN).id())
                .map(this::withBlocks);
    }

    private Optional<Match> findAlike(ArticleContent content) {
        TextShingles shingles = TextShingles.of(content.blocks());
        List<ArticleEntity> alike = articles.listAlike(content, TextSketch.of(shingles));
        Map<RevisionEntity.Key, List<TextBlock>> blocks = blocksOf(alike);
        return mostAlike(
                content,
                shingles,
                alike.stream()
                        .map(article -> new Match(article, Objects.requireNonNull(blocks.get(key(article)))))
                        .toList());
    }

    /** Of articles that the content may be, the one that it is, the first of several that are as alike. */
    static Optional<Match> mostAlike(ArticleContent content, TextShingles shingles, List<Match> candidates) {
        return candidates.stream()
                .map(match -> candidate(content, shingles, match))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Candidate::resemblance))
                .map(Candidate::match);
    }

    private static Optional<Candidate> candidate(ArticleContent content, TextShingles shingles, Match match) {
        TextShingles.Likeness likeness = shingles.likenessTo(TextShingles.of(match.blocks()));
        return ArticleIdentity.isSame(content, match.article(), likeness)
                ? Optional.of(new Candidate(match, likeness.resemblance()))
                : Optional.empty();
    }

    private Match withBlocks(ArticleEntity article) {
        return new Match(
                article, Objects.requireNonNull(blocksOf(List.of(article)).get(key(article))));
    }

    /** The text of each article as it is now. One query. */
    Map<RevisionEntity.Key, List<TextBlock>> blocksOf(Collection<ArticleEntity> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        return revisions.listByKeys(of.stream().map(ArticleMatcher::key).toList()).stream()
                .collect(Collectors.toMap(revision -> revision.key, revision -> revision.blocks));
    }

    static RevisionEntity.Key key(ArticleEntity article) {
        return new RevisionEntity.Key(article.id, article.version);
    }
}
