package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletRegistry;

/**
 * Finds the stored articles that pages are, by the rule of {@link ArticleMatcher}: with one query by their URLs and one by
 * all else.
 */
@ApplicationScoped
class ArticleBatchMatcher {

    private final ArticleBatchRepository articles;
    private final ArticleMatcher matcher;
    private final OutletRegistry outlets;

    ArticleBatchMatcher(ArticleBatchRepository articles, ArticleMatcher matcher, OutletRegistry outlets) {
        this.articles = articles;
        this.matcher = matcher;
        this.outlets = outlets;
    }

    /**
     * What was found for a page.
     *
     * @param considered the articles that the answer depends on
     */
    record Answer(Optional<ArticleMatcher.Match> match, Set<UUID> considered) {}

    /** For each page the article that it is, as the archive stands now; none of the pages counts for another. */
    List<Answer> find(List<PreparedArticle> pages) {
        Map<Integer, List<ArticleEntity>> byUrl = findByUrl(pages);
        List<Integer> rest = without(places(pages), byUrl.keySet());
        List<ArticleBatchRepository.Found> candidates = findCandidates(pages, rest);
        Map<UUID, ArticleEntity> byId = byId(candidates);
        Map<Integer, List<ArticleEntity>> same = entities(rest, byId, candidates, ArticleBatchRepository.Found::same);
        Map<Integer, List<ArticleEntity>> alike =
                entities(rest, byId, candidates, found -> !found.same() && !same.containsKey(rest.get(found.place())));
        Map<RevisionEntity.Key, List<TextBlock>> blocks = matcher.blocksOf(Stream.of(byUrl, same, alike)
                .flatMap(found -> found.values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet()));
        List<Answer> answers = new ArrayList<>(pages.size());
        for (int place = 0; place < pages.size(); place++) {
            List<ArticleEntity> certain = byUrl.getOrDefault(place, same.getOrDefault(place, List.of()));
            answers.add(
                    certain.isEmpty()
                            ? answer(pages.get(place), matches(alike.getOrDefault(place, List.of()), blocks))
                            : new Answer(matches(certain, blocks).stream().findFirst(), ids(certain)));
        }
        return answers;
    }

    private static Answer answer(PreparedArticle page, List<ArticleMatcher.Match> candidates) {
        Optional<ArticleMatcher.Match> match = candidates.isEmpty()
                ? Optional.empty()
                : ArticleMatcher.mostAlike(page.content(), page.print().shingles(), candidates);
        return new Answer(
                match,
                ids(candidates.stream().map(ArticleMatcher.Match::article).toList()));
    }

    private Map<Integer, List<ArticleEntity>> findByUrl(List<PreparedArticle> pages) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < pages.size(); place++) {
            String urlKey = pages.get(place).print().urlKey();
            if (urlKey != null) {
                places.put(urlKey, place);
            }
        }
        if (places.isEmpty()) {
            return Map.of();
        }
        return articles.listByUrlKeys(places.keySet()).stream()
                .collect(Collectors.toMap(article -> Objects.requireNonNull(places.get(article.urlKey)), List::of));
    }

    private List<ArticleBatchRepository.Found> findCandidates(List<PreparedArticle> pages, List<Integer> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        return articles.listCandidates(
                at(pages, places), outlets.getByCode(Outlet.UNKNOWN).id());
    }

    private Map<UUID, ArticleEntity> byId(List<ArticleBatchRepository.Found> found) {
        if (found.isEmpty()) {
            return Map.of();
        }
        Set<UUID> ids =
                found.stream().map(ArticleBatchRepository.Found::articleId).collect(Collectors.toSet());
        return articles.listByIds(ids).stream().collect(Collectors.toMap(article -> article.id, Function.identity()));
    }

    /** What was found by the place in the whole list; in the order of the rows, which is that of likeness. */
    private static Map<Integer, List<ArticleEntity>> entities(
            List<Integer> places,
            Map<UUID, ArticleEntity> byId,
            List<ArticleBatchRepository.Found> found,
            Predicate<ArticleBatchRepository.Found> which) {
        return found.stream()
                .filter(which)
                .collect(Collectors.groupingBy(
                        row -> places.get(row.place()),
                        TreeMap::new,
                        Collectors.mapping(
                                row -> Objects.requireNonNull(byId.get(row.articleId())), Collectors.toList())));
    }

    private static List<ArticleMatcher.Match> matches(
            List<ArticleEntity> of, Map<RevisionEntity.Key, List<TextBlock>> blocks) {
        return of.stream()
                .map(article -> new ArticleMatcher.Match(
                        article, Objects.requireNonNull(blocks.get(ArticleMatcher.key(article)))))
                .toList();
    }

    private static Set<UUID> ids(List<ArticleEntity> of) {
        Set<UUID> ids = new HashSet<>();
        of.forEach(article -> ids.add(article.id));
        return ids;
    }

    private static List<Integer> places(List<PreparedArticle> pages) {
        return Stream.iterate(0, place -> place + 1).limit(pages.size()).toList();
    }

    private static List<Integer> without(List<Integer> places, Set<Integer> found) {
        return places.stream().filter(place -> !found.contains(place)).toList();
    }

    private static List<PreparedArticle> at(List<PreparedArticle> pages, List<Integer> places) {
        return places.stream().map(pages::get).toList();
    }
}
