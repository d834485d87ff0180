package org.khabar.entity.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the names that articles have and the catalogue does not. */
@ApplicationScoped
public class SeenNames {

    private final CandidateRepository repository;
    private final CandidateConfig config;

    SeenNames(CandidateRepository repository, CandidateConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** Those that are sure come before the others. */
    private static final Comparator<SeenName> SURE_FIRST =
            Comparator.comparing(SeenName::sure).reversed();

    /**
     * Puts the first of these names in the place of all that the article had, within the caller's transaction.
     *
     * @return those
     */
    public List<SeenName> replace(UUID article, List<SeenName> names) {
        return replace(Map.of(article, names)).getOrDefault(article, List.of());
    }

    /** The same for several articles. */
    public Map<UUID, List<SeenName>> replace(Map<UUID, List<SeenName>> names) {
        Map<UUID, List<SeenName>> kept = new LinkedHashMap<>();
        names.forEach((article, all) -> kept.put(
                article,
                all.stream()
                        .filter(SeenName::storable)
                        .sorted(SURE_FIRST)
                        .limit(config.maxPerArticle())
                        .toList()));
        repository.replace(kept);
        return kept;
    }
}
