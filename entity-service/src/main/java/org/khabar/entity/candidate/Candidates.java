package org.khabar.entity.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is decided about names that the catalogue lacks. The caller keeps others from deciding, and from storing names. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Candidates {

    private final CandidateRepository repository;

    Candidates(CandidateRepository repository) {
        this.repository = repository;
    }

    /**
     * A name as it is.
     *
     * @param key what it is looked up by, in any spelling
     * @param version how often something was decided about it
     * @param entity what it was promoted to; null when it was not
     */
    public record Candidate(
            long id,
            String key,
            String name,
            CandidateDecision decision,
            int version,
            @Nullable UUID entity) {}

    public Optional<Candidate> find(long id) {
        return repository.listByIds(List.of(id)).stream()
                .findFirst()
                .flatMap(row -> repository
                        .findKey(id)
                        .map(key -> new Candidate(
                                id,
                                key,
                                row.name(),
                                row.decided().decision(),
                                row.decided().version(),
                                row.decided().entity())));
    }

    /** BCP 47 tag of the article in which the name was seen last. */
    public Optional<String> findLanguage(long id) {
        return repository.findLanguage(id);
    }

    /**
     * Decides about a name, whatever it seems to be.
     *
     * @param entity what it is promoted to; null otherwise
     */
    public void decide(
            Candidate candidate,
            CandidateDecision decision,
            @Nullable UUID entity,
            String author,
            @Nullable String note) {
        repository.decide(candidate.key(), decision, entity, author, note);
    }
}
