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

    /** Puts the first of these names in the place of all that the article had, within the caller's transaction. */
    public void replace(UUID article, List<SeenName> names) {
        repository.replace(
                article,
                names.stream()
                        .filter(SeenName::storable)
                        .limit(config.maxPerArticle())
                        .toList());
    }
}
