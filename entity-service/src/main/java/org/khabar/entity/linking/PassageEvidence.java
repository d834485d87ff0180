package org.khabar.entity.linking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;

/** What the words of one passage say for and against candidates. */
final class PassageEvidence {

    /** Others of one kind and country. */
    private record Company(EntityType type, String country) {}

    private final LinkingPolicy policy;
    private final TaggedPassage tagged;
    private final PersonNames names;
    private final TitleFinder titles;
    private final PartsOfNames parts;
    private final Map<Company, Integer> company = new HashMap<>();

    PassageEvidence(LinkingWords words, LinkingPolicy policy, TaggedPassage tagged) {
        this.policy = policy;
        this.tagged = tagged;
        this.names = new PersonNames(words.personNames(), words.titles(), tagged);
        this.titles = new TitleFinder(words, tagged);
        this.parts = new PartsOfNames(words.titles(), tagged);
        tagged.occurrences()
                .forEach(occurrence -> Candidates.of(occurrence)
                        .unambiguous()
                        .forEach(alias -> company(alias.entityType(), alias.country())
                                .ifPresent(key -> company.merge(key, 1, Integer::sum))));
    }

    List<Occurrence> occurrences() {
        return tagged.occurrences();
    }

    private static Optional<Company> company(EntityType type, @Nullable String country) {
        return Optional.ofNullable(country).map(code -> new Company(type, code));
    }

    /** For a name that links by itself. */
    void weighName(CandidateScore score, Occurrence occurrence) {
        AliasEntry alias = score.alias();
        if (alias.entityType() == EntityType.PLACE && parts.contains(occurrence)) {
            score.add(LinkingFeature.PART_OF_NAME, Weights.PART_OF_NAME);
        }
        if (alias.entityType() == EntityType.PERSON) {
            weighPerson(score, occurrence);
        }
    }

    private void weighPerson(CandidateScore score, Occurrence occurrence) {
        if (names.goesOn(occurrence)) {
            score.add(LinkingFeature.OTHER_NAME, Weights.OTHER_NAME);
        }
        if (names.isPrivate(occurrence)) {
            score.add(
                    LinkingFeature.PRIVATE_PERSON,
                    names.isAllFirstNames(occurrence) ? Weights.PRIVATE_PERSON_OF_COMMON_NAME : Weights.PRIVATE_PERSON);
        }
    }

    /** For one of several that have the name. */
    void weighShared(CandidateScore score, Occurrence occurrence) {
        AliasEntry alias = score.alias();
        titles.find(occurrence, alias.entityType())
                .filter(TitleFinder.Title::beside)
                .ifPresent(title -> {
                    score.add(LinkingFeature.TITLE, Weights.SHARED_WITH_TITLE);
                    weighCountry(score, title.countries());
                });
        if (alias.entityType() == EntityType.PLACE && names.isLocated(occurrence)) {
            score.add(LinkingFeature.LOCATED, Weights.LOCATED);
        }
        boolean accompanied = company(alias.entityType(), alias.country())
                .filter(company::containsKey)
                .isPresent();
        if (accompanied) {
            score.add(LinkingFeature.COMPANY, Weights.COMPANY);
        }
    }

    /**
     * For a short form beside a title or in a role.
     *
     * @return whether there is one that a person of the catalogue may have
     */
    boolean weighTitle(CandidateScore score, Occurrence occurrence) {
        if (names.isPrivate(occurrence)) {
            return false;
        }
        Optional<TitleFinder.Title> title =
                titles.find(occurrence, score.alias().entityType());
        title.ifPresent(found -> {
            double weight = Odds.of(policy.shortWithTitle()) - Weights.SHORT_ALONE;
            if (found.beside()) {
                score.add(LinkingFeature.TITLE, weight);
            } else {
                score.add(LinkingFeature.ROLE, weight + Weights.ROLE_BELOW_TITLE);
            }
            weighCountry(score, found.countries());
        });
        return title.isPresent();
    }

    private static void weighCountry(CandidateScore score, Set<String> countries) {
        String own = score.alias().country();
        if (own != null && !countries.isEmpty()) {
            score.add(
                    LinkingFeature.ROLE_COUNTRY,
                    countries.contains(own) ? Weights.ROLE_OF_COUNTRY : Weights.ROLE_OF_ANOTHER_COUNTRY);
        }
    }

    /** For a short form that something speaks for. */
    void weighShort(CandidateScore score, Occurrence occurrence) {
        boolean common = names.isCommonWord(occurrence);
        if (common) {
            score.add(LinkingFeature.COMMON_WORD, Weights.COMMON_WORD);
        }
        if (score.alias().entityType() != EntityType.PERSON) {
            return;
        }
        if (names.speaks(occurrence)) {
            score.add(LinkingFeature.SPEECH, Weights.SPEECH);
        }
        if (common && names.isPredicate(occurrence)) {
            score.add(LinkingFeature.PREDICATE, Weights.PREDICATE);
        }
        if (names.beginsAnother(occurrence)) {
            score.add(LinkingFeature.OTHER_NAME, Weights.OTHER_NAME);
        }
    }
}
