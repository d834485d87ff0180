package org.khabar.entity.linking;

import java.util.Optional;
import org.khabar.entity.linking.PersonNameWords.Kind;
import org.khabar.entity.linking.TitleWords.Part;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.text.Token;

/**
 * Finds what may be a name though no word of it is known, in one passage: in Arabic a word with one that is formed like a
 * surname behind a title or a verb of speech (قال صفوان المهيري), in Latin script two or more capitalised words, that which
 * begins a sentence left out. It is one when several articles have it; most of what is found here once is none.
 */
final class UnsureNames {

    private static final int MOST_PARTS = 5;
    private static final int SHORTEST_GIVEN = 3;

    private final LinkingWords words;
    private final PassageTokens passage;
    private final KnownTokens known;
    private final PersonParts parts;

    UnsureNames(LinkingWords words, PassageTokens passage, KnownTokens known, PersonParts parts) {
        this.words = words;
        this.passage = passage;
        this.known = known;
        this.parts = parts;
    }

    /** The name that begins with the token. */
    Optional<NameSpan> find(int at) {
        if (!known.isFree(at)) {
            return Optional.empty();
        }
        return passage.hasCase(at) ? inLatin(at) : introduced(at);
    }

    private Optional<NameSpan> introduced(int at) {
        if (!isIntroduced(at) || !mayBeGiven(passage.token(at)) || isNoSurname(at + 1)) {
            return Optional.empty();
        }
        int end = parts.end(at);
        return end > at + 1 ? Optional.of(NameSpan.unsure(at, end, EntityType.PERSON)) : Optional.empty();
    }

    private boolean isIntroduced(int at) {
        return words.titles().endsAt(passage.tokens(), at, EntityType.PERSON)
                || at > 0 && words.personNames().hasWithParticles(Kind.SPEECH, passage.token(at - 1));
    }

    private boolean mayBeGiven(Token token) {
        String word = token.text();
        return word.length() >= SHORTEST_GIVEN
                && !word.startsWith("ال")
                && !Character.isDigit(word.charAt(0))
                && !words.titles().isCommonBeside(token)
                && !words.personNames().isCommon(token);
    }

    /** النادي and القاضي have the form of a surname. */
    private boolean isNoSurname(int at) {
        if (!known.isFree(at)) {
            return true;
        }
        String word = passage.token(at).text();
        return words.titles().isAnyTitle(word)
                || word.startsWith("ال") && words.titles().isHead(word.substring(2));
    }

    private Optional<NameSpan> inLatin(int at) {
        if (!isName(at) || at > 0 && isName(at - 1) || passage.capitalisesAll()) {
            return Optional.empty();
        }
        int first = at;
        if (passage.beginsSentence(first)) {
            first++;
        }
        while (isName(first) && words.titles().endsAt(passage.tokens(), first + 1, EntityType.PERSON)) {
            first++;
        }
        int end = latinEnd(first);
        return countWords(first, end) > 1
                ? Optional.of(NameSpan.unsure(first, end, latinType(first, end)))
                : Optional.empty();
    }

    private int latinEnd(int first) {
        int end = first;
        while (end - first < MOST_PARTS && isName(end)) {
            end++;
            boolean joined = end + 1 < passage.size() && isConnector(end) && isName(end + 1);
            end += joined ? 1 : 0;
        }
        return end;
    }

    private int countWords(int first, int end) {
        int count = 0;
        for (int token = first; token < end; token++) {
            count += isName(token) && !passage.isInitial(token) ? 1 : 0;
        }
        return count;
    }

    private boolean isName(int at) {
        return known.isFree(at) && passage.isCapitalised(at) && !words.titles().has(Part.ENDS, passage.token(at));
    }

    private boolean isConnector(int at) {
        Token token = passage.token(at);
        return words.personNames().has(Kind.DESCENT, token)
                || words.personNames().has(Kind.CONNECTOR, token);
    }

    private EntityType latinType(int first, int end) {
        boolean organization = words.titles().isNamed(passage.token(first))
                || words.titles().isNamed(passage.token(end - 1))
                || words.titles().startsAt(passage.tokens(), first, EntityType.ORGANIZATION)
                || words.titles().endsAt(passage.tokens(), end, EntityType.ORGANIZATION);
        return organization ? EntityType.ORGANIZATION : EntityType.PERSON;
    }
}
