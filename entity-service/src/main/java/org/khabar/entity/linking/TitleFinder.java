package org.khabar.entity.linking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.linking.PersonNameWords.Kind;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.Token;

/**
 * Finds the title or role of a name in one passage.
 *
 * <p>A title stands right before it, or with adjectives of nationality and qualifiers between (الرئيس الأمريكي السابق …),
 * or with the full stop of its abbreviation (Mr. …). A role goes on with what it is of: places, organisations,
 * definite nouns and the words that join them (المبعوث الأمريكي إلى الشرق الأوسط …); it may also follow behind a comma. A
 * name with a particle has none: in "الرئيس وبوتين" the two are two.
 */
final class TitleFinder {

    private static final int MOST_WORDS_OF_TITLE = 4;
    private static final int MOST_WORDS_OF_ROLE = 8;
    private static final int SHORTEST_DEFINITE = 5;

    private final LinkingWords words;
    private final TitleWords titles;
    private final PassageTokens passage;
    private final List<Token> tokens;
    private final Map<Integer, Occurrence> occurrenceByEnd = new HashMap<>();

    TitleFinder(LinkingWords words, TaggedPassage tagged) {
        this.words = words;
        this.titles = words.titles();
        this.passage = new PassageTokens(tagged.text());
        this.tokens = tagged.text().tokens();
        tagged.occurrences().forEach(occurrence -> occurrenceByEnd.put(occurrence.tokenEnd(), occurrence));
    }

    /**
     * A title or role.
     *
     * @param beside whether it is a title beside the name
     * @param countries those that it is said to be of
     */
    record Title(boolean beside, Set<String> countries) {}

    Optional<Title> find(Occurrence occurrence, EntityType type) {
        if (passage.hasParticle(occurrence)) {
            return Optional.empty();
        }
        return before(occurrence, type).or(() -> behind(occurrence, type));
    }

    private Optional<Title> before(Occurrence occurrence, EntityType type) {
        Set<String> countries = new HashSet<>();
        int start = occurrence.firstToken();
        int end = start;
        boolean beside = true;
        while (end > 0 && start - end < (beside ? MOST_WORDS_OF_TITLE : MOST_WORDS_OF_ROLE)) {
            if (titles.endsAt(tokens, end, type) || end < start && isRole(end - 1, type)) {
                return Optional.of(new Title(beside, countries));
            }
            int before = beforeFiller(end, countries);
            if (before == end && type == EntityType.PERSON) {
                before = beforeComplement(end);
                beside = false;
            }
            if (before == end) {
                return Optional.empty();
            }
            end = before;
        }
        return Optional.empty();
    }

    /** In apposition: ويتكوف، المبعوث الأمريكي. */
    private Optional<Title> behind(Occurrence occurrence, EntityType type) {
        int comma = occurrence.tokenEnd();
        if (type != EntityType.PERSON || comma + 1 >= tokens.size() || !isComma(tokens.get(comma))) {
            return Optional.empty();
        }
        boolean role = titles.startsAt(tokens, comma + 1, type) || titles.isRole(tokens.get(comma + 1));
        return role ? Optional.of(new Title(false, Set.of())) : Optional.empty();
    }

    private boolean isRole(int token, EntityType type) {
        return type == EntityType.PERSON && titles.isRole(tokens.get(token));
    }

    private static boolean isComma(Token token) {
        return token.text().equals("،") || token.text().equals(",");
    }

    private int beforeFiller(int end, Set<String> countries) {
        Occurrence occurrence = occurrenceByEnd.get(end);
        if (occurrence != null && isOf(occurrence, AliasType.DEMONYM)) {
            occurrence.aliases().stream()
                    .filter(alias -> alias.type() == AliasType.DEMONYM)
                    .map(AliasEntry::country)
                    .forEach(country -> addIfKnown(countries, country));
            return occurrence.firstToken();
        }
        Token token = tokens.get(end - 1);
        return titles.isQualifier(token) || token.text().equals(".") ? end - 1 : end;
    }

    private static void addIfKnown(Set<String> countries, @Nullable String country) {
        if (country != null) {
            countries.add(country);
        }
    }

    private int beforeComplement(int end) {
        Occurrence occurrence = occurrenceByEnd.get(end);
        if (occurrence != null) {
            return isPlaceOrOrganization(occurrence) ? occurrence.firstToken() : end;
        }
        Token token = tokens.get(end - 1);
        return token.word() && (titles.isComplement(token) || isDefinite(token)) ? end - 1 : end;
    }

    /** Words such as التقى only look like it. */
    private boolean isDefinite(Token token) {
        String text = token.text();
        return text.length() >= SHORTEST_DEFINITE
                && (text.startsWith("ال") || text.startsWith("لل"))
                && !words.personNames().has(Kind.GOVERNING, token);
    }

    private static boolean isPlaceOrOrganization(Occurrence occurrence) {
        return occurrence.aliases().stream()
                .anyMatch(alias -> alias.type() != AliasType.SHORT && alias.entityType() != EntityType.PERSON);
    }

    private static boolean isOf(Occurrence occurrence, AliasType type) {
        return occurrence.aliases().stream().anyMatch(alias -> alias.type() == type);
    }
}
