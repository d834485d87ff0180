package org.khabar.article.related;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.PublishedArticles;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.paging.PagingConfig;
import org.khabar.article.related.RelatedRepository.Outline;
import org.khabar.article.story.AlikeArticles;

/** Finds related articles, for many at once by as many statements as for one. */
@ApplicationScoped
@Transactional
class RelatedArchive {

    private final RelatedRepository repository;
    private final AlikeArticles alike;
    private final PublishedArticles articles;
    private final RelatedConfig config;
    private final PagingConfig paging;

    RelatedArchive(
            RelatedRepository repository,
            AlikeArticles alike,
            PublishedArticles articles,
            RelatedConfig config,
            PagingConfig paging) {
        this.repository = repository;
        this.alike = alike;
        this.articles = articles;
        this.config = config;
        this.paging = paging;
    }

    /** What two articles have in common, the parts of {@link Relatedness}. */
    private record Common(double entities, double text) {
        Common and(Common more) {
            return new Common(Math.max(entities, more.entities), Math.max(text, more.text));
        }
    }

    private record Scored(UUID id, double relatedness) {}

    /** The published articles that are related to each, the most related first, in the order of the articles. */
    List<List<ArticleNode>> listRelated(List<ArticleNode> of, int first) {
        if (first == 0) {
            return of.stream().<List<ArticleNode>>map(article -> List.of()).toList();
        }
        refuseLargeBatch((long) of.size() * first);
        refuseManySources(of.size());
        Set<UUID> ids =
                of.stream().map(article -> UUID.fromString(article.id())).collect(Collectors.toSet());
        Map<UUID, Map<UUID, Common>> common = common(ids);
        Map<UUID, Outline> outlines = outlines(ids, common);
        Map<UUID, List<UUID>> best = new HashMap<>();
        ids.forEach(id -> best.put(id, best(id, common.getOrDefault(id, Map.of()), outlines, first)));
        Set<UUID> wanted = best.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<UUID, ArticleNode> nodes = articles.list(wanted).stream()
                .collect(Collectors.toMap(node -> UUID.fromString(node.id()), Function.identity()));
        return of.stream()
                .map(article -> Objects.requireNonNull(best.get(UUID.fromString(article.id()))))
                .map(related -> related.stream()
                        .filter(nodes::containsKey)
                        .map(id -> Objects.requireNonNull(nodes.get(id)))
                        .toList())
                .toList();
    }

    private Map<UUID, Map<UUID, Common>> common(Set<UUID> ids) {
        Map<UUID, Map<UUID, Common>> common = new HashMap<>();
        repository
                .listSharing(ids, config)
                .forEach(row -> add(common, row.article(), row.other(), new Common(row.share(), 0)));
        alike.listAlike(ids)
                .forEach(pair -> add(common, pair.article(), pair.other(), new Common(0, pair.resemblance())));
        return common;
    }

    private static void add(Map<UUID, Map<UUID, Common>> all, UUID article, UUID other, Common common) {
        all.computeIfAbsent(article, id -> new HashMap<>()).merge(other, common, Common::and);
    }

    private Map<UUID, Outline> outlines(Set<UUID> ids, Map<UUID, Map<UUID, Common>> common) {
        Set<UUID> all = new HashSet<>(ids);
        common.values().forEach(others -> all.addAll(others.keySet()));
        return repository.listOutlines(all).stream().collect(Collectors.toMap(Outline::id, Function.identity()));
    }

    private List<UUID> best(UUID id, Map<UUID, Common> others, Map<UUID, Outline> outlines, int first) {
        Outline own = outlines.get(id);
        if (own == null) {
            return List.of();
        }
        return others.entrySet().stream()
                .filter(entry -> outlines.containsKey(entry.getKey()))
                .map(entry -> scored(own, Objects.requireNonNull(outlines.get(entry.getKey())), entry.getValue()))
                .filter(scored -> scored.relatedness() > 0)
                .sorted(Comparator.comparingDouble(Scored::relatedness)
                        .reversed()
                        .thenComparing(scored -> scored.id().toString()))
                .limit(first)
                .map(Scored::id)
                .toList();
    }

    /** Articles of one story say the same, they are not related. */
    private Scored scored(Outline own, Outline other, Common common) {
        boolean sameStory = own.story() != null && own.story().equals(other.story());
        double words = Math.max(common.text(), Relatedness.sharedWords(own.headlineKey(), other.headlineKey()));
        double likeness = Relatedness.likeness(common.entities(), words);
        if (sameStory || own.id().equals(other.id()) || likeness < Relatedness.LEAST) {
            return new Scored(other.id(), 0);
        }
        return new Scored(
                other.id(), likeness * Relatedness.decay(own.publishedAt(), other.publishedAt(), config.halfLife()));
    }

    /** What is read for each article is bounded, whatever of it is wanted. */
    private void refuseManySources(int articles) {
        if (articles > config.maxArticles()) {
            throw RequestFailure.limitExceeded("Related articles are asked for of %d articles at once; the limit is %d."
                    .formatted(articles, config.maxArticles()));
        }
    }

    private void refuseLargeBatch(long items) {
        if (items > paging.maxBatch()) {
            throw RequestFailure.limitExceeded(
                    "The request asks for %d items at once; the limit is %d.".formatted(items, paging.maxBatch()));
        }
    }
}
