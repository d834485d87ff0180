package org.khabar.entity.linking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.khabar.entity.linking.PersonNameWords.Kind;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.Token;

/**
 * Finds the places of one passage that are a part of somebody's name, whom the catalogue need not know: a first name
 * stands before them that belongs to no other mention (جورج واشنطن), or the place is a first name itself and a
 * capitalised word follows it (Paris Hilton).
 */
final class PersonNames {

    private static final int WORDS_OF_A_CLAUSE = 6;
    private static final int SHORTEST_SURNAME = 5;

    private final PersonNameWords words;
    private final TitleWords titles;
    private final PassageTokens passage;
    private final boolean capitalsSayNothing;
    private final Set<Integer> taken = new HashSet<>();
    private final Set<Integer> adjectives = new HashSet<>();

    PersonNames(PersonNameWords words, TitleWords titles, TaggedPassage tagged) {
        this.words = words;
        this.titles = titles;
        this.passage = new PassageTokens(tagged.text());
        this.capitalsSayNothing = this.passage.capitalisesAll();
        tagged.occurrences().stream().filter(PersonNames::namesSomething).forEach(occurrence -> add(taken, occurrence));
        tagged.occurrences().stream()
                .filter(PersonNames::isAdjective)
                .forEach(occurrence -> add(adjectives, occurrence));
    }

    /** Whether a first name before the place makes it a surname. */
    boolean isSurname(Occurrence place) {
        if (place.tokenCount() > 1 || passage.hasParticle(place)) {
            return false;
        }
        int given = beforeConnectors(place.firstToken() - 1);
        return given >= 0 && isGivenName(given) && !isSubjectOfMotion(given);
    }

    /** Whether a first name that is no part of the mention makes the surname somebody else's: ميلانيا before ترامب. */
    boolean isOfAnother(Occurrence surname) {
        if (passage.hasParticle(surname)) {
            return false;
        }
        int given = beforeConnectors(surname.firstToken() - 1);
        return given >= 0 && (isGivenName(given) || isCapitalisedInsideSentence(given));
    }

    /** A common word such as Hunter is a first name when it has a capital that no sentence begins with. */
    private boolean isCapitalisedInsideSentence(int index) {
        return index > 0
                && passage.token(index - 1).word()
                && passage.isCapitalised(index)
                && !capitalsSayNothing
                && !taken.contains(index)
                && words.has(Kind.AMBIGUOUS, passage.token(index));
    }

    /** Whether a short form is somebody else's first name: عباس before محمد or بن. */
    boolean beginsAnother(Occurrence occurrence) {
        int next = occurrence.tokenEnd();
        return occurrence.tokenCount() == 1
                && isAnyFirstName(passage.token(occurrence.firstToken()))
                && next < passage.size()
                && !taken.contains(next)
                && (words.has(Kind.GIVEN, passage.token(next)) || words.has(Kind.DESCENT, passage.token(next)));
    }

    /**
     * Whether a name that is all first names goes on with a surname, so that it is a part of a longer one: محمود عباس
     * before الجابري.
     */
    boolean goesOn(Occurrence name) {
        int next = name.tokenEnd();
        if (name.tokenCount() < 2 || next >= passage.size() || taken.contains(next) || adjectives.contains(next)) {
            return false;
        }
        String text = passage.token(next).text();
        boolean surname = text.startsWith("ال") && text.endsWith("ي") && text.length() >= SHORTEST_SURNAME;
        return surname && isAllFirstNames(name);
    }

    /** Whether many are called so: محمد صلاح. */
    boolean isAllFirstNames(Occurrence name) {
        return IntStream.range(name.firstToken(), name.tokenEnd())
                .allMatch(index -> isAnyFirstName(passage.token(index)));
    }

    /** Whether a private person is spoken of, an adjective of nationality between left out. */
    boolean isPrivate(Occurrence name) {
        int before = name.firstToken() - 1;
        if (before > 0 && adjectives.contains(before)) {
            before--;
        }
        return before >= 0 && words.hasWithParticles(Kind.PRIVATE, passage.token(before));
    }

    private boolean isAnyFirstName(Token token) {
        return words.hasWithParticles(Kind.GIVEN, token) || words.hasWithParticles(Kind.AMBIGUOUS, token);
    }

    /** Whether a word is before it that says that it is what somebody is. */
    boolean isPredicate(Occurrence occurrence) {
        int before = occurrence.firstToken() - 1;
        return before >= 0 && words.hasWithParticles(Kind.PREDICATED, passage.token(before));
    }

    /** Whether a verb is before it that somebody is the subject of. */
    boolean speaks(Occurrence occurrence) {
        int before = occurrence.firstToken() - 1;
        return before >= 0
                && !passage.hasParticle(occurrence)
                && words.hasWithParticles(Kind.SPEECH, passage.token(before));
    }

    boolean isCommonWord(Occurrence occurrence) {
        Token token = passage.token(occurrence.firstToken());
        return occurrence.tokenCount() == 1
                && (words.hasWithParticles(Kind.AMBIGUOUS, token) || words.hasWithParticles(Kind.COMMON, token));
    }

    /** Whether the place is a first name that a surname seems to follow, in a passage that does not capitalise all. */
    boolean isFirstName(Occurrence place) {
        int next = place.tokenEnd();
        return place.tokenCount() == 1
                && isGivenName(passage.token(place.firstToken()))
                && next < passage.size()
                && passage.isCapitalised(next)
                && !taken.contains(next)
                && !capitalsSayNothing
                && !isTitle(next);
    }

    /** Jordan's king is no Jordan by the name of King. */
    private boolean isTitle(int index) {
        return titles.endsAt(passage.tokens(), index + 1, EntityType.PERSON)
                || index + 1 < passage.size() && titles.endsAt(passage.tokens(), index + 2, EntityType.PERSON);
    }

    /** Whether بن follows, so that it is somebody's first name: الخليل بن أحمد. */
    boolean isDescendant(Occurrence place) {
        int next = place.tokenEnd();
        return place.tokenCount() == 1
                && !isLocated(place)
                && next + 1 < passage.size()
                && words.has(Kind.DESCENT, passage.token(next))
                && passage.token(next + 1).word()
                && !taken.contains(next);
    }

    /** Whether the person's name is the end of a longer one, of a descendant: خالد بن محمد بن زايد. */
    boolean isAncestor(Occurrence person) {
        int before = person.firstToken() - 1;
        return before > 0
                && !passage.hasParticle(person)
                && words.has(Kind.DESCENT, passage.token(before))
                && passage.token(before - 1).word();
    }

    /** Whether a word before it says that it is a place. */
    boolean isLocated(Occurrence place) {
        int before = place.firstToken() - 1;
        return passage.hasParticle(place) || before >= 0 && words.has(Kind.LOCATIVE, passage.token(before));
    }

    private boolean isGivenName(Token token) {
        return words.hasWithParticles(Kind.GIVEN, token);
    }

    private boolean isGivenName(int index) {
        Token token = passage.token(index);
        if (taken.contains(index) || !passage.isCapitalisedIfLatin(index)) {
            return false;
        }
        return isGivenName(token) || words.hasWithParticles(Kind.AMBIGUOUS, token) && hasNameOrTitleBefore(index);
    }

    private boolean hasNameOrTitleBefore(int index) {
        return titles.endsAt(passage.tokens(), index, EntityType.PERSON)
                || index > 0 && !taken.contains(index - 1) && isGivenName(passage.token(index - 1));
    }

    /** Back over بن and its like, and over the initials of George W. */
    private int beforeConnectors(int index) {
        int at = index;
        while (at > 0 && (isConnector(passage.token(at)) || passage.isInitial(at))) {
            at--;
        }
        return at;
    }

    private boolean isConnector(Token token) {
        return words.has(Kind.DESCENT, token) || words.has(Kind.CONNECTOR, token);
    }

    private boolean isSubjectOfMotion(int given) {
        int from = Math.max(0, given - WORDS_OF_A_CLAUSE);
        for (int index = given - 1; index >= from && passage.token(index).word(); index--) {
            if (words.hasWithParticles(Kind.MOTION, passage.token(index))) {
                return true;
            }
        }
        return false;
    }

    private static void add(Set<Integer> tokens, Occurrence occurrence) {
        for (int token = occurrence.firstToken(); token < occurrence.tokenEnd(); token++) {
            tokens.add(token);
        }
    }

    private static boolean isAdjective(Occurrence occurrence) {
        return occurrence.aliases().stream().anyMatch(alias -> alias.type() == AliasType.DEMONYM);
    }

    /** A surname of the catalogue alone is no mention yet. */
    private static boolean namesSomething(Occurrence occurrence) {
        List<AliasType> weak = List.of(AliasType.SHORT, AliasType.DEMONYM);
        return !occurrence.aliases().stream().allMatch(alias -> weak.contains(alias.type()));
    }
}
