package org.khabar.entity.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    /**
     * Puts the first of these names in the place of all that the article had, within the caller's transaction.
     *
     * @return those
     */
    public List<SeenName> replace(UUID article, List<SeenName> names) {
        List<SeenName> first = names.stream()
                .filter(SeenName::storable)
                .limit(config.maxPerArticle())
                .toList();
        repository.replace(article, first);
        return first;
    }
}
