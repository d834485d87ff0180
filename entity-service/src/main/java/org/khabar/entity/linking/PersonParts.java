package org.khabar.entity.linking;

import org.khabar.entity.linking.PersonNameWords.Kind;
import org.khabar.entity.text.Token;

/** Tells how far a person's name goes that begins with a token, in one passage. */
final class PersonParts {

    private static final int MOST_PARTS = 5;
    private static final int SHORTEST_SURNAME = 5;

    private final LinkingWords words;
    private final PassageTokens passage;
    private final KnownTokens known;

    PersonParts(LinkingWords words, PassageTokens passage, KnownTokens known) {
        this.words = words;
        this.passage = passage;
        this.known = known;
    }

    /** Index of the token after the name; that after the first when nothing goes on with it. */
    int end(int first) {
        int end = first + 1;
        int parts = 1;
        int next = partEnd(end);
        while (next > end && parts < MOST_PARTS) {
            end = next;
            parts++;
            next = partEnd(end);
        }
        return end;
    }

    /** Where a further part of a person's name ends that begins there; the same when none does. */
    private int partEnd(int at) {
        if (!known.isFree(at)) {
            return at;
        }
        Token token = passage.token(at);
        if (words.personNames().has(Kind.DESCENT, token) || words.personNames().has(Kind.CONNECTOR, token)) {
            return known.isFree(at + 1) ? at + 2 : at;
        }
        boolean further = words.personNames().has(Kind.AMBIGUOUS, token) && known.isFree(at + 1) && isSurname(at + 1);
        return isSurname(at) || further ? at + 1 : at;
    }

    private boolean isSurname(int at) {
        Token token = passage.token(at);
        String word = token.text();
        boolean ofOrigin = word.startsWith("ال") && word.endsWith("ي") && word.length() >= SHORTEST_SURNAME;
        return words.personNames().has(Kind.GIVEN, token)
                || known.isSurname(at)
                || ofOrigin
                || passage.isCapitalised(at) && !passage.capitalisesAll();
    }
}
