package org.khabar.article.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleVersion;
import org.khabar.article.article.RevisionReader;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletRegistry;

/** Finds near-duplicates of articles: by their bands, then by their sketches, then by their texts. */
@ApplicationScoped
class StoryFinder {

    /** Texts whose sketches have fewer values in common are not read: four of 32. */
    private static final double WORTH_READING = 0.12;

    /** Articles of one story that an article is compared with: the most alike. */
    private static final int PER_STORY = 3;

    /** Articles that an article is compared with. */
    private static final int PER_ARTICLE = 12;

    /** Texts that are in memory at a time, besides those of the articles that are written. */
    private static final int TEXTS_AT_ONCE = 200;

    private final StoryRepository repository;
    private final RevisionReader revisions;
    private final OutletRegistry outlets;
    private final StoryConfig config;

    StoryFinder(StoryRepository repository, RevisionReader revisions, OutletRegistry outlets, StoryConfig config) {
        this.repository = repository;
        this.revisions = revisions;
        this.outlets = outlets;
        this.config = config;
    }

    /**
     * The near-duplicates of articles whose sketches are in the database, among themselves too.
     *
     * @param contents of these articles
     */
    Set<StoryLink> findLinks(List<StorySketch> sketches, Map<UUID, ArticleContent> contents) {
        if (sketches.isEmpty()) {
            return Set.of();
        }
        Map<UUID, StorySketch> own = sketches.stream().collect(Collectors.toMap(StorySketch::articleId, s -> s));
        Map<UUID, List<StoryCandidate>> byArticle = new LinkedHashMap<>();
        repository.listCandidates(sketches, config.windowHours()).stream()
                .filter(candidate -> resemblance(own, candidate) >= WORTH_READING)
                .forEach(candidate -> byArticle
                        .computeIfAbsent(candidate.of(), article -> new ArrayList<>())
                        .add(candidate));
        List<StoryCandidate> worthReading = byArticle.values().stream()
                .flatMap(candidates -> mostAlike(own, candidates).stream())
                .toList();
        Set<StoryLink> links = new HashSet<>();
        Map<UUID, StoryText> texts = texts(worthReading, contents);
        for (int from = 0; from < worthReading.size(); from += TEXTS_AT_ONCE) {
            int to = Math.min(worthReading.size(), from + TEXTS_AT_ONCE);
            links.addAll(verified(worthReading.subList(from, to), texts));
        }
        return links;
    }

    /** Of those of the articles that are compared with another: most are with none. */
    private Map<UUID, StoryText> texts(List<StoryCandidate> compared, Map<UUID, ArticleContent> contents) {
        UUID unknown = outlets.getByCode(Outlet.UNKNOWN).id();
        Map<UUID, StoryText> texts = new HashMap<>();
        compared.stream()
                .flatMap(candidate ->
                        Stream.of(candidate.of(), candidate.version().articleId()))
                .filter(contents::containsKey)
                .forEach(id -> texts.computeIfAbsent(
                        id, any -> StoryText.of(Objects.requireNonNull(contents.get(id)), unknown)));
        return texts;
    }

    private static double resemblance(Map<UUID, StorySketch> own, StoryCandidate candidate) {
        return Objects.requireNonNull(own.get(candidate.of())).resemblance(candidate.sketch());
    }

    private static List<StoryCandidate> mostAlike(Map<UUID, StorySketch> own, List<StoryCandidate> candidates) {
        Map<UUID, Integer> ofStory = new HashMap<>();
        return candidates.stream()
                .sorted(Comparator.comparingDouble((StoryCandidate candidate) -> -resemblance(own, candidate)))
                .filter(candidate -> ofStory.merge(candidate.story(), 1, Integer::sum) <= PER_STORY)
                .limit(PER_ARTICLE)
                .toList();
    }

    private Set<StoryLink> verified(List<StoryCandidate> candidates, Map<UUID, StoryText> texts) {
        Map<UUID, StoryText> all = new HashMap<>(texts);
        all.putAll(read(candidates.stream()
                .map(StoryCandidate::version)
                .filter(version -> !texts.containsKey(version.articleId()))
                .collect(Collectors.toSet())));
        Set<StoryLink> links = new HashSet<>();
        for (StoryCandidate candidate : candidates) {
            StoryText one = all.get(candidate.of());
            StoryText other = all.get(candidate.version().articleId());
            if (one != null && other != null && StoryRule.isSame(one, other)) {
                links.add(StoryLink.of(candidate.of(), candidate.version().articleId()));
            }
        }
        return links;
    }

    private Map<UUID, StoryText> read(Set<ArticleVersion> versions) {
        UUID unknown = outlets.getByCode(Outlet.UNKNOWN).id();
        Map<UUID, StoryText> texts = new HashMap<>();
        if (!versions.isEmpty()) {
            revisions
                    .listStates(versions)
                    .forEach(
                            (version, state) -> texts.put(version.articleId(), StoryText.of(state.content(), unknown)));
        }
        return texts;
    }
}
