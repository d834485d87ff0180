package org.khabar.entity.linking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.Token;

/**
 * Finds the phrases of one passage that the words after them give to somebody else: الاحتلال الفرنسي is not Israel, nor
 * is الاحتلال in الاحتلال العسكري البريطاني or before لأوكرانيا.
 *
 * <p>An Arabic adjective belongs to the phrase when it may agree with it, so only in the singular: in "اعتقل الاحتلال
 * فلسطينيين" the word after it is the object. Adjectives of the countries that support the phrase take nothing away.
 */
final class ForeignOwner {

    private static final int ADJECTIVES_BETWEEN = 2;
    private static final String ARTICLE = "ال";

    private final PassageTokens passage;
    private final Map<Integer, Occurrence> occurrenceByStart = new HashMap<>();

    ForeignOwner(TaggedPassage passage) {
        this.passage = new PassageTokens(passage.text());
        passage.occurrences().forEach(occurrence -> occurrenceByStart.put(occurrence.firstToken(), occurrence));
    }

    boolean takes(Occurrence phrase, AliasEntry alias) {
        if (alias.type() != AliasType.EPITHET) {
            return false;
        }
        Set<String> own = new HashSet<>(alias.support());
        if (alias.country() != null) {
            own.add(alias.country());
        }
        Set<String> others = ownersAfter(phrase);
        return !own.isEmpty() && !others.isEmpty() && others.stream().noneMatch(own::contains);
    }

    private Set<String> ownersAfter(Occurrence phrase) {
        int furthest = Math.min(passage.size() - 1, phrase.tokenEnd() + ADJECTIVES_BETWEEN);
        for (int index = phrase.tokenEnd(); index <= furthest; index++) {
            Occurrence after = occurrenceByStart.get(index);
            if (after != null) {
                return owners(phrase, after);
            }
            if (!passage.token(index).text().startsWith(ARTICLE)) {
                return Set.of();
            }
        }
        return Set.of();
    }

    private Set<String> owners(Occurrence phrase, Occurrence after) {
        if (agrees(after)) {
            return countries(after, AliasType.DEMONYM);
        }
        boolean place = after.firstToken() == phrase.tokenEnd()
                && passage.hasLam(after)
                && after.aliases().stream().allMatch(alias -> alias.entityType() == EntityType.PLACE);
        return place ? countries(after, AliasType.NAME) : Set.of();
    }

    /** Whether it may be an adjective of the phrase: in Arabic one in ي or ية. */
    private boolean agrees(Occurrence after) {
        Token last = passage.token(after.tokenEnd() - 1);
        boolean arabic =
                after.aliases().stream().allMatch(alias -> alias.language().equals("ar"));
        return !passage.hasParticle(after)
                && (!arabic || last.text().endsWith("ي") || last.text().endsWith("يه"));
    }

    private static Set<String> countries(Occurrence occurrence, AliasType type) {
        return occurrence.aliases().stream()
                .filter(alias -> alias.type() == type && alias.country() != null)
                .map(AliasEntry::country)
                .collect(Collectors.toSet());
    }
}
