package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.SearchKey;

/**
 * Links the occurrences of one article, in reading order, with one sense for each name.
 *
 * <ul>
 *   <li>NAME, ACRONYM and EPITHET link by themselves. One that several entities share goes to the one whose vowel marks it
 *       has, else to the one that the article names otherwise, else to the one whose country the article mentions
 *       most, else to none.
 *   <li>SHORT links after its entity was linked in this article, else beside a fitting title when no other entity has
 *       the same short form; that of a place also where the article names something else of its country. Of several
 *       that share it, the one named so far wins; two of them leave it open.
 *   <li>DEMONYM links never.
 * </ul>
 *
 * <p>Before that, {@link ParticleReadings} decides where a name begins, and {@link ContextRules} takes away what the words around an occurrence rule out.
 */
public final class Linker {

    private final LinkingWords words;
    private final LinkingPolicy policy;

    public Linker(LinkingWords words, LinkingPolicy policy) {
        this.words = words;
        this.policy = policy;
    }

    /**
     * The links of an article.
     *
     * @param passages its headline, if known, and its blocks, in reading order
     */
    public List<Link> link(List<TaggedPassage> passages) {
        return read(ContextRules.apply(words, ParticleReadings.decide(passages)));
    }

    private List<Link> read(List<TaggedPassage> passages) {
        Reading reading = new Reading(ArticleEvidence.of(passages));
        for (int index = 0; index < passages.size(); index++) {
            reading.read(index, passages.get(index));
        }
        return List.copyOf(reading.links);
    }

    private record Choice(AliasEntry alias, double confidence) {}

    /** One run over one article; remembers whom it has linked so far. */
    private final class Reading {

        private final ArticleEvidence evidence;
        private final Set<UUID> linked = new HashSet<>();
        private final Map<String, Optional<Choice>> senses = new HashMap<>();
        private final List<Link> links = new ArrayList<>();

        private Reading(ArticleEvidence evidence) {
            this.evidence = evidence;
        }

        private void read(int index, TaggedPassage passage) {
            TitleFinder finder = new TitleFinder(words.titles(), passage);
            for (Occurrence occurrence : passage.occurrences()) {
                choose(occurrence, finder)
                        .filter(choice -> choice.confidence() >= policy.threshold())
                        .ifPresent(choice -> add(index, occurrence, choice));
            }
        }

        private void add(int index, Occurrence occurrence, Choice choice) {
            AliasEntry alias = choice.alias();
            linked.add(alias.entity());
            links.add(new Link(index, occurrence, alias.entity(), alias.type(), choice.confidence()));
        }

        private Optional<Choice> choose(Occurrence occurrence, TitleFinder finder) {
            Candidates candidates = Candidates.of(occurrence);
            Optional<AliasEntry> named = only(candidates.weak().values(), alias -> linked.contains(alias.entity()));
            boolean strongUnknown = candidates.strong().keySet().stream().noneMatch(linked::contains);
            if (named.isPresent() && strongUnknown) {
                return named.map(alias -> new Choice(alias, policy.shortAfterName()));
            }
            if (!candidates.strong().isEmpty()) {
                return chooseStrong(occurrence, candidates);
            }
            return candidates.demonym() ? Optional.empty() : chooseByTitle(occurrence, candidates, finder);
        }

        private Optional<Choice> chooseByTitle(Occurrence occurrence, Candidates candidates, TitleFinder finder) {
            boolean severalNamed = candidates.weak().keySet().stream().anyMatch(linked::contains);
            if (severalNamed) {
                return Optional.empty();
            }
            return only(candidates.weak().values(), alias -> true)
                    .filter(alias -> finder.hasTitle(occurrence, alias.entityType()) || isPlaceOfItsCountry(alias))
                    .map(alias -> new Choice(alias, policy.shortWithTitle()));
        }

        private boolean isPlaceOfItsCountry(AliasEntry alias) {
            return alias.entityType() == EntityType.PLACE && evidence.namesSomethingOf(alias.country());
        }

        private Optional<Choice> chooseStrong(Occurrence occurrence, Candidates candidates) {
            Collection<AliasEntry> aliases = candidates.strong().values();
            if (aliases.size() == 1) {
                return aliases.stream().findFirst().map(alias -> new Choice(alias, confidence(alias, occurrence)));
            }
            return bySpelling(occurrence, candidates)
                    .or(() -> senses.computeIfAbsent(
                            SearchKey.of(occurrence.surface()), key -> disambiguate(occurrence, candidates)));
        }

        private Optional<Choice> disambiguate(Occurrence occurrence, Candidates candidates) {
            Collection<AliasEntry> aliases = candidates.strong().values();
            return only(aliases, alias -> evidence.names(alias.entity()))
                    .or(() -> heaviest(aliases, alias -> evidence.weightOf(alias.country())))
                    .map(alias -> shared(alias, occurrence));
        }

        /** The marks of this very place, whatever the name means elsewhere in the article. */
        private Optional<Choice> bySpelling(Occurrence occurrence, Candidates candidates) {
            return heaviest(candidates.strong().values(), alias -> sharedMarks(occurrence, alias.entity()))
                    .map(alias -> shared(alias, occurrence));
        }

        private Choice shared(AliasEntry alias, Occurrence occurrence) {
            return new Choice(alias, confidence(alias, occurrence) * policy.ambiguity());
        }
    }

    private static int sharedMarks(Occurrence occurrence, UUID entity) {
        return occurrence.aliases().stream()
                .filter(alias -> alias.entity().equals(entity))
                .mapToInt(alias -> VowelMarks.shared(occurrence.surface(), alias.text()))
                .max()
                .orElse(0);
    }

    private static Optional<AliasEntry> only(Collection<AliasEntry> aliases, Predicate<AliasEntry> condition) {
        List<AliasEntry> meeting = aliases.stream().filter(condition).toList();
        return meeting.size() == 1 ? Optional.of(meeting.getFirst()) : Optional.empty();
    }

    private static Optional<AliasEntry> heaviest(Collection<AliasEntry> aliases, ToIntFunction<AliasEntry> weight) {
        int most = aliases.stream().mapToInt(weight).max().orElse(0);
        return most == 0 ? Optional.empty() : only(aliases, alias -> weight.applyAsInt(alias) == most);
    }

    private double confidence(AliasEntry alias, Occurrence occurrence) {
        return switch (alias.type()) {
            case NAME -> occurrence.tokenCount() > 1 ? policy.longName() : policy.oneWordName();
            case ACRONYM -> policy.acronym();
            case EPITHET -> policy.epithet();
            case SHORT -> policy.shortAfterName();
            case DEMONYM -> 0;
        };
    }
}
