package org.khabar.article.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives other features articles whose texts are alike, near-duplicates or not. */
@ApplicationScoped
public class AlikeArticles {

    private final StoryRepository repository;
    private final StoryConfig config;

    AlikeArticles(StoryRepository repository, StoryConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** @param resemblance an estimate, from 0 to 1 */
    public record Pair(UUID article, UUID other, double resemblance) {}

    /** For each article a bounded number of others whose texts are alike and which were published about its time. */
    @Transactional
    public List<Pair> listAlike(Collection<UUID> articles) {
        List<StorySketch> sketches = repository.listSketches(articles);
        if (sketches.isEmpty()) {
            return List.of();
        }
        Map<UUID, StorySketch> own = sketches.stream().collect(Collectors.toMap(StorySketch::articleId, s -> s));
        return repository.listCandidates(sketches, config.windowHours()).stream()
                .map(candidate -> new Pair(
                        candidate.of(),
                        candidate.version().articleId(),
                        Objects.requireNonNull(own.get(candidate.of())).resemblance(candidate.sketch())))
                .toList();
    }
}
