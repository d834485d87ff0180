package org.khabar.entity.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.candidate.CandidateDecision;
import org.khabar.entity.candidate.Candidates;
import org.khabar.entity.candidate.Candidates.Candidate;
import org.khabar.entity.catalogue.EntityIdentities;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.editing.CreateEntityInput;
import org.khabar.entity.editing.Editing;
import org.khabar.entity.editing.EntityAliasInput;
import org.khabar.entity.editing.EntityTextInput;
import org.khabar.entity.editing.Signature;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.tagging.AliasType;

/**
 * What editors decide about names that the catalogue lacks. Each call is one transaction, and there is one at a time, which also
 * keeps articles from being stored: their names are counted in the same rows.
 */
@ApplicationScoped
class CandidateDesk {

    private final EntityIdentities identities;
    private final Candidates candidates;
    private final Editing editing;
    private final ReviewPlaces places;

    CandidateDesk(EntityIdentities identities, Candidates candidates, Editing editing, ReviewPlaces places) {
        this.identities = identities;
        this.candidates = candidates;
        this.editing = editing;
        this.places = places;
    }

    /**
     * Makes an entity that has the name as an alias. Its articles are linked again, as with every new name.
     *
     * @param version of the candidate that the caller has read
     */
    @Transactional
    EntityNode promote(long id, int version, CreateEntityInput input, @Nullable String note) {
        Signature by = editing.signature(note);
        identities.holdAlone();
        Candidate candidate = candidate(id);
        refusePromoted(candidate);
        refuseOther(version, candidate);
        EntityNode entity = editing.create(withName(input, candidate), note);
        decide(candidate, CandidateDecision.PROMOTED, entity.item().id(), by);
        return entity;
    }

    /** Has the name not come back. */
    @Transactional
    void dismiss(long id, int version, Signature by) {
        change(id, version, CandidateDecision.DISMISSED, by);
    }

    /** Takes that back. */
    @Transactional
    void restore(long id, int version, Signature by) {
        change(id, version, CandidateDecision.OPEN, by);
    }

    private void change(long id, int version, CandidateDecision decision, Signature by) {
        identities.holdAlone();
        Candidate candidate = candidate(id);
        if (candidate.decision() == decision) {
            return;
        }
        refusePromoted(candidate);
        refuseOther(version, candidate);
        decide(candidate, decision, null, by);
    }

    private void decide(Candidate candidate, CandidateDecision decision, @Nullable UUID entity, Signature by) {
        candidates.decide(candidate, decision, entity, by.author(), by.note());
        places.open(candidate.key(), decision == CandidateDecision.OPEN);
    }

    private Candidate candidate(long id) {
        return candidates
                .find(id)
                .orElseThrow(() -> RequestFailure.notFound("There is no candidate with the id \"%d\".".formatted(id)));
    }

    private static void refusePromoted(Candidate candidate) {
        if (candidate.decision() == CandidateDecision.PROMOTED) {
            UUID entity = candidate.entity();
            throw RequestFailure.conflict(
                    "The candidate \"%s\" was promoted already.".formatted(candidate.name()),
                    entity == null ? Map.of() : Map.of("entity", entity.toString()));
        }
    }

    private static void refuseOther(int version, Candidate candidate) {
        if (version != candidate.version()) {
            throw RequestFailure.conflict(
                    "The candidate \"%s\" has version %d by now, not %d: read it again."
                            .formatted(candidate.name(), candidate.version(), version),
                    Map.of("currentVersion", candidate.version(), "version", version));
        }
    }

    /** The name is in the language of the article in which it was seen last, else in that of the first name given. */
    private CreateEntityInput withName(CreateEntityInput input, Candidate candidate) {
        List<EntityAliasInput> aliases = new ArrayList<>(input.aliases() == null ? List.of() : input.aliases());
        boolean given = aliases.stream().map(EntityAliasInput::text).anyMatch(candidate.name()::equals)
                || input.names().stream().map(EntityTextInput::text).anyMatch(candidate.name()::equals);
        if (!given) {
            String language = candidates
                    .findLanguage(candidate.id())
                    .map(tag -> tag.split("-", 2)[0])
                    .or(() -> input.names().stream()
                            .map(EntityTextInput::language)
                            .findFirst())
                    .orElse("und");
            aliases.add(new EntityAliasInput(language, candidate.name(), AliasType.NAME));
        }
        return new CreateEntityInput(
                input.type(),
                input.names(),
                input.descriptions(),
                aliases,
                input.externalIds(),
                input.country(),
                input.relations());
    }
}
