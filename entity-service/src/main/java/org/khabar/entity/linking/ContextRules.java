package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.SearchKey;

/**
 * Takes from each occurrence the aliases that the words around it rule out, before anything is linked.
 *
 * <ul>
 *   <li>What is another word in its context is no name; a place that is a part of a person's name, or an adjective, is
 *       no place; a person after بن is somebody's father; a surname after another's first name is that one's.
 *   <li>An epithet followed by somebody else's adjective is theirs.
 *   <li>What needs support, a phrase such as الاحتلال or a place that is somebody's name elsewhere in the article, stays
 *       where the article speaks of its country; a phrase, more often than it gives the phrase to somebody else, and
 *       the outlet's country counts once.
 * </ul>
 */
final class ContextRules {

    /** A passage with what its words say of each occurrence. */
    private record Passage(
            TaggedPassage tagged,
            PassageTokens tokens,
            PersonNames names,
            ForeignOwner owner,
            AdjectiveOrCountry adjectives) {

        private Passage with(List<Occurrence> occurrences) {
            return new Passage(new TaggedPassage(tagged.text(), occurrences), tokens, names, owner, adjectives);
        }
    }

    private final LinkingWords words;
    private final LinkingContext context;
    private final Set<String> namesOfPersons = new HashSet<>();
    private int foreignPhrases;

    private ContextRules(LinkingWords words, LinkingContext context) {
        this.words = words;
        this.context = context;
    }

    static List<TaggedPassage> apply(LinkingWords words, LinkingContext context, List<TaggedPassage> article) {
        ContextRules rules = new ContextRules(words, context);
        List<Passage> passages = article.stream().map(rules::passage).toList();
        List<Passage> plausible = passages.stream()
                .map(passage -> rules.keep(passage, rules::fitsItsNeighbours))
                .map(rules::noteNamesOfPersons)
                .toList();
        ArticleEvidence evidence = rules.evidence(plausible);
        return plausible.stream()
                .map(passage ->
                        rules.keep(passage, (where, candidate) -> rules.isSupported(where, candidate, evidence)))
                .map(Passage::tagged)
                .toList();
    }

    private record Candidate(Occurrence occurrence, AliasEntry alias) {

        boolean isPersonName() {
            return alias.entityType() == EntityType.PERSON && alias.type() == AliasType.NAME;
        }

        boolean isSurname() {
            return alias.entityType() == EntityType.PERSON && alias.type() == AliasType.SHORT;
        }

        boolean isPlaceName() {
            return alias.entityType() == EntityType.PLACE
                    && (alias.type() == AliasType.NAME || alias.type() == AliasType.SHORT);
        }
    }

    private Passage passage(TaggedPassage tagged) {
        return new Passage(
                tagged,
                new PassageTokens(tagged.text()),
                new PersonNames(words.personNames(), words.titles(), tagged),
                new ForeignOwner(tagged),
                new AdjectiveOrCountry(words, tagged));
    }

    private Passage keep(Passage passage, BiPredicate<Passage, Candidate> rule) {
        List<Occurrence> kept = new ArrayList<>();
        for (Occurrence occurrence : passage.tagged().occurrences()) {
            List<AliasEntry> aliases = occurrence.aliases().stream()
                    .filter(alias -> rule.test(passage, new Candidate(occurrence, alias)))
                    .toList();
            Optional.of(aliases)
                    .filter(list -> !list.isEmpty())
                    .map(occurrence::withAliases)
                    .ifPresent(kept::add);
        }
        return passage.with(kept);
    }

    private boolean fitsItsNeighbours(Passage passage, Candidate candidate) {
        Occurrence occurrence = candidate.occurrence();
        if (passage.owner().takes(occurrence, candidate.alias())) {
            foreignPhrases++;
            return false;
        }
        if (words.homographs().isOtherWord(occurrence, passage.tokens())) {
            return false;
        }
        return candidate.isPlaceName() ? isPlace(passage, candidate) : isNobodyElse(passage.names(), candidate);
    }

    private static boolean isNobodyElse(PersonNames names, Candidate candidate) {
        return !(candidate.isPersonName() && names.isAncestor(candidate.occurrence())
                || candidate.isSurname() && names.isOfAnother(candidate.occurrence()));
    }

    private boolean isPlace(Passage passage, Candidate candidate) {
        Occurrence occurrence = candidate.occurrence();
        if (isPartOfName(passage.names(), occurrence)) {
            namesOfPersons.add(SearchKey.of(occurrence.surface()));
            return false;
        }
        return !passage.adjectives().isAdjective(occurrence, candidate.alias());
    }

    private static boolean isPartOfName(PersonNames names, Occurrence place) {
        return names.isSurname(place)
                || names.isDescendant(place)
                || names.isFirstName(place) && !names.isLocated(place);
    }

    private Passage noteNamesOfPersons(Passage passage) {
        passage.tagged().occurrences().stream()
                .filter(passage.names()::isFirstName)
                .forEach(occurrence -> namesOfPersons.add(SearchKey.of(occurrence.surface())));
        return passage;
    }

    private ArticleEvidence evidence(List<Passage> passages) {
        return ArticleEvidence.of(passages.stream()
                .map(passage -> keep(passage, (context, candidate) -> !needsSupport(context, candidate)))
                .map(Passage::tagged)
                .toList());
    }

    private boolean needsSupport(Passage passage, Candidate candidate) {
        return candidate.alias().needsSupport()
                || isPerhapsSomebody(passage, candidate)
                || !words.homographs()
                        .supportOf(candidate.occurrence(), passage.tokens())
                        .isEmpty();
    }

    private boolean isPerhapsSomebody(Passage passage, Candidate candidate) {
        return candidate.isPlaceName()
                && namesOfPersons.contains(SearchKey.of(candidate.occurrence().surface()))
                && !passage.names().isLocated(candidate.occurrence());
    }

    private boolean isSupported(Passage passage, Candidate candidate, ArticleEvidence evidence) {
        AliasEntry alias = candidate.alias();
        if (isPerhapsSomebody(passage, candidate) && isSomebody(passage, candidate, evidence)) {
            return false;
        }
        Set<String> doubt = words.homographs().supportOf(candidate.occurrence(), passage.tokens());
        if (!doubt.isEmpty() && !evidence.names(alias.entity()) && weightOf(doubt, evidence) == 0) {
            return false;
        }
        int support = weightOf(alias.support(), evidence) + (isOfTheOutlet(alias.support()) ? 1 : 0);
        return !alias.needsSupport() || support > foreignPhrases;
    }

    private boolean isOfTheOutlet(Set<String> countries) {
        return context.outletCountry() != null && countries.contains(context.outletCountry());
    }

    /** Cities say things too, but are feminine, and in an article that names somebody so it is that one who says it. */
    private static boolean isSomebody(Passage passage, Candidate candidate, ArticleEvidence evidence) {
        return evidence.weightOf(candidate.alias().country()) == 0
                || passage.names().speaks(candidate.occurrence());
    }

    private static int weightOf(Set<String> countries, ArticleEvidence evidence) {
        return countries.stream().mapToInt(evidence::weightOf).sum();
    }
}
