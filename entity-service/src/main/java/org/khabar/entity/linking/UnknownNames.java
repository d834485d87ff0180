package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.khabar.entity.linking.PersonNameWords.Kind;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.NormalizedText;
import org.khabar.entity.text.Token;

/**
 * Finds in one passage what looks like names that the catalogue does not have: a first name with what else makes a
 * person's name (سامر الحلواني, Solène Kervadec), a word such as جامعة or بنك with what it is of. For people to look at:
 * it guesses.
 */
public final class UnknownNames {

    private static final int MOST_PARTS = 5;
    private static final int SHORTEST_DEFINITE = 4;
    private static final int SHORTEST_SURNAME = 5;

    private final LinkingWords words;
    private final int index;
    private final PassageTokens passage;
    private final NormalizedText text;
    private final boolean capitalsSayNothing;
    private final Set<Integer> named = new HashSet<>();
    private final Set<Integer> places = new HashSet<>();
    private final Set<Integer> surnames = new HashSet<>();
    private final Set<Integer> adjectives = new HashSet<>();

    private UnknownNames(LinkingWords words, int index, TaggedPassage tagged) {
        this.words = words;
        this.index = index;
        this.passage = new PassageTokens(tagged.text());
        this.text = tagged.text().text();
        this.capitalsSayNothing = passage.capitalisesAll();
        tagged.occurrences().forEach(this::note);
    }

    /** The names in the passages of an article, in the order of the text. */
    public static List<UnknownName> find(LinkingWords words, List<TaggedPassage> article) {
        List<UnknownName> names = new ArrayList<>();
        for (int index = 0; index < article.size(); index++) {
            names.addAll(new UnknownNames(words, index, article.get(index)).find());
        }
        return names;
    }

    private void note(Occurrence occurrence) {
        for (int token = occurrence.firstToken(); token < occurrence.tokenEnd(); token++) {
            for (AliasEntry alias : occurrence.aliases()) {
                tokens(alias).add(token);
            }
        }
    }

    private Set<Integer> tokens(AliasEntry alias) {
        if (alias.type() == AliasType.DEMONYM) {
            return adjectives;
        }
        if (alias.entityType() == EntityType.PLACE) {
            return places;
        }
        return alias.type() == AliasType.SHORT ? surnames : named;
    }

    private List<UnknownName> find() {
        List<UnknownName> names = new ArrayList<>();
        int at = 0;
        while (at < passage.size()) {
            Optional<UnknownName> name = Optional.empty();
            int end = at + 1;
            int person = personEnd(at);
            int organization = person > 0 ? 0 : organizationEnd(at);
            if (person > 0) {
                name = Optional.of(name(at, person, givenSkip(at), EntityType.PERSON));
                end = person;
            } else if (organization > 0) {
                name = Optional.of(name(at, organization, headSkip(at), EntityType.ORGANIZATION));
                end = organization;
            }
            name.ifPresent(names::add);
            at = end;
        }
        return names;
    }

    private UnknownName name(int first, int tokenEnd, int skipped, EntityType type) {
        int start = text.originalStart(passage.token(first).from() + skipped);
        int end = text.originalEnd(passage.token(tokenEnd - 1).to() - 1);
        return new UnknownName(index, start, end, text.original().substring(start, end), type);
    }

    /** Index of the first token after a person's name that begins there; 0 when none does. */
    private int personEnd(int at) {
        if (!beginsPerson(at)) {
            return 0;
        }
        int end = at + 1;
        int parts = 1;
        int next = partEnd(end);
        while (next > end && parts < MOST_PARTS) {
            end = next;
            parts++;
            next = partEnd(end);
        }
        return parts > 1 ? end : 0;
    }

    private boolean beginsPerson(int at) {
        if (!isFree(at) || surnames.contains(at) || !passage.isCapitalisedIfLatin(at)) {
            return false;
        }
        boolean introduced = words.titles().endsAt(passage.tokens(), at, EntityType.PERSON)
                || at > 0 && words.personNames().hasWithParticles(Kind.SPEECH, passage.token(at - 1));
        return words.personNames().hasWithParticles(Kind.GIVEN, passage.token(at))
                || introduced && words.personNames().has(Kind.AMBIGUOUS, passage.token(at));
    }

    /** Where a further part of a person's name ends that begins there; the same when none does. */
    private int partEnd(int at) {
        if (!isFree(at)) {
            return at;
        }
        Token token = passage.token(at);
        if (words.personNames().has(Kind.DESCENT, token) || words.personNames().has(Kind.CONNECTOR, token)) {
            return isFree(at + 1) ? at + 2 : at;
        }
        boolean further = words.personNames().has(Kind.AMBIGUOUS, token) && isFree(at + 1) && isSurname(at + 1);
        return isSurname(at) || further ? at + 1 : at;
    }

    private boolean isSurname(int at) {
        Token token = passage.token(at);
        String word = token.text();
        boolean ofOrigin = word.startsWith("ال") && word.endsWith("ي") && word.length() >= SHORTEST_SURNAME;
        return words.personNames().has(Kind.GIVEN, token)
                || surnames.contains(at)
                || ofOrigin
                || passage.isCapitalised(at) && !capitalsSayNothing;
    }

    /** Whether a token is a word and no part of a name or an adjective that the catalogue has. */
    private boolean isFree(int at) {
        return at < passage.size()
                && passage.token(at).word()
                && !named.contains(at)
                && !places.contains(at)
                && !adjectives.contains(at);
    }

    private int organizationEnd(int at) {
        if (!isFree(at) || !words.titles().isNamed(passage.token(at)) || passage.hasCase(at)) {
            return 0;
        }
        int end = at + 1;
        while (end < passage.size() && end - at < MOST_PARTS && isOf(end)) {
            end++;
        }
        return end > at + 1 ? end : 0;
    }

    private boolean isOf(int at) {
        Token token = passage.token(at);
        String word = token.text();
        boolean definite = word.length() >= SHORTEST_DEFINITE && (word.startsWith("ال") || word.startsWith("لل"));
        return token.word() && !named.contains(at) && (definite || places.contains(at));
    }

    private int givenSkip(int at) {
        return words.personNames().skipped(Kind.GIVEN, passage.token(at));
    }

    private int headSkip(int at) {
        return words.titles().skippedBeforeNamed(passage.token(at));
    }
}
