package org.khabar.entity.linking;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.khabar.entity.linking.PersonNameWords.Kind;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.tagging.Proclitics;
import org.khabar.entity.text.Token;

/**
 * Tells in one passage the adjective of nationality from the name of its country where both are written alike.
 *
 * <p>With the article it is an adjective after a definite noun that it may agree with: in الحكومة السعودية, not in زار
 * الرئيس السعودية. Without it, it is one after whatever does not say that a noun follows: in قوات سورية, not in في سورية.
 */
final class AdjectiveOrCountry {

    private static final String ARTICLE = "ال";
    private static final int SHORTEST_DEFINITE = ARTICLE.length() + 3;
    private static final int WORDS_OF_A_CLAUSE = 6;

    private final LinkingWords words;
    private final PassageTokens passage;
    private final Map<Integer, Occurrence> occurrenceByEnd = new HashMap<>();

    AdjectiveOrCountry(LinkingWords words, TaggedPassage passage) {
        this.words = words;
        this.passage = new PassageTokens(passage.text());
        passage.occurrences().forEach(occurrence -> occurrenceByEnd.put(occurrence.tokenEnd(), occurrence));
    }

    /** Whether what stands there is the adjective, though it equals the country's name. */
    boolean isAdjective(Occurrence occurrence, AliasEntry name) {
        if (occurrence.tokenCount() > 1 || !isDemonymToo(occurrence, name)) {
            return false;
        }
        int before = occurrence.firstToken() - 1;
        if (before < 0 || !passage.token(before).word()) {
            return false;
        }
        return occurrence.surface().startsWith(ARTICLE)
                ? isDefiniteAdjective(occurrence, before)
                : !isNounAfter(occurrence, before);
    }

    private static boolean isDemonymToo(Occurrence occurrence, AliasEntry name) {
        return name.language().equals("ar")
                && occurrence.aliases().stream()
                        .anyMatch(alias -> alias.type() == AliasType.DEMONYM
                                && alias.country() != null
                                && Objects.equals(alias.country(), name.country()));
    }

    private boolean isDefiniteAdjective(Occurrence occurrence, int before) {
        if (!isDefinite(passage.token(before))) {
            return false;
        }
        if (passage.hasParticle(occurrence)) {
            return !passage.hasPreposition(occurrence) && endsWith(before, AliasType.DEMONYM);
        }
        return !isSubject(before);
    }

    /** Words such as إلى, التي and التزام only look like it in the compared form. */
    private boolean isDefinite(Token token) {
        return !words.personNames().has(Kind.LOCATIVE, token)
                && !words.personNames().hasWithParticles(Kind.GOVERNING, token)
                && Proclitics.readings(token.text()).stream()
                        .map(Proclitics.Reading::text)
                        .anyMatch(text -> text.startsWith(ARTICLE) && text.length() >= SHORTEST_DEFINITE);
    }

    /** Whether the noun is somebody, or the subject of a verb that has a place for its object, and not feminine. */
    private boolean isSubject(int noun) {
        if (!isFeminine(noun) && words.titles().endsAt(passage.tokens(), noun + 1, EntityType.PERSON)) {
            return true;
        }
        int from = Math.max(0, noun - WORDS_OF_A_CLAUSE);
        for (int index = noun; index >= from && passage.token(index).word() && !isFeminine(index); index--) {
            if (words.personNames().hasWithParticles(Kind.MOTION, passage.token(index))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it ends in ة, ه in the compared form, or in ات. */
    private boolean isFeminine(int index) {
        String text = passage.token(index).text();
        return text.endsWith("ه") || text.endsWith("ات");
    }

    private boolean isNounAfter(Occurrence occurrence, int before) {
        if (passage.hasParticle(occurrence)) {
            return passage.hasPreposition(occurrence) || endsWith(before, AliasType.NAME);
        }
        Token token = passage.token(before);
        PersonNameWords list = words.personNames();
        return list.hasWithParticles(Kind.LOCATIVE, token)
                || list.hasWithParticles(Kind.GOVERNING, token)
                || list.hasWithParticles(Kind.MOTION, token);
    }

    private boolean endsWith(int token, AliasType type) {
        Occurrence occurrence = occurrenceByEnd.get(token + 1);
        return occurrence != null
                && occurrence.aliases().stream()
                        .anyMatch(alias -> alias.type() == type && alias.entityType() == EntityType.PLACE);
    }
}
