package org.khabar.entity.tagging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.text.NormalizedText;
import org.khabar.entity.text.Token;
import org.khabar.entity.text.TokenizedText;

/**
 * Finds the dictionary's names in a text, in one pass over it; only what was found is sorted.
 *
 * <p>A name may begin at any word, as it stands or without attached particles; its further tokens stand as listed.
 * Where names overlap, the one with more tokens wins, among equals the one further left; what loses is dropped, also
 * when the winner is an adjective of nationality or a short form that does not link: nothing inside a longer name is
 * tagged.
 */
public final class Tagger {

    /** Where equals stay in their order, the one further left comes first. */
    private static final Comparator<Occurrence> LONGEST_FIRST =
            Comparator.comparingInt(Occurrence::tokenCount).reversed();

    private final Dictionary dictionary;

    public Tagger(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * The names in a text, in their order, none overlapping another.
     *
     * @param language BCP 47 language of the text; null when unknown
     */
    public List<Occurrence> tag(TokenizedText text, @Nullable String language) {
        List<Occurrence> found = new ArrayList<>();
        NumberedText numbered = dictionary.number(text.tokens());
        for (int token = 0; token < text.tokens().size(); token++) {
            found.addAll(occurrencesAt(text, numbered, token, language));
        }
        found.sort(LONGEST_FIRST);
        return withoutOverlaps(found, text.tokens().size());
    }

    private static List<Occurrence> withoutOverlaps(List<Occurrence> winnersFirst, int tokens) {
        @Nullable Occurrence[] winners = new Occurrence[tokens];
        winnersFirst.forEach(occurrence -> claim(winners, occurrence));
        List<Occurrence> result = new ArrayList<>();
        for (int token = 0; token < tokens; token++) {
            Occurrence winner = winners[token];
            if (winner != null && winner.firstToken() == token) {
                result.add(winner);
            }
        }
        return List.copyOf(result);
    }

    private static void claim(@Nullable Occurrence[] winners, Occurrence occurrence) {
        for (int token = occurrence.firstToken(); token < occurrence.tokenEnd(); token++) {
            if (winners[token] != null) {
                return;
            }
        }
        for (int token = occurrence.firstToken(); token < occurrence.tokenEnd(); token++) {
            winners[token] = occurrence;
        }
    }

    /** At most one occurrence of each length: the reading that cuts fewer particles, with the next one beside it. */
    private List<Occurrence> occurrencesAt(
            TokenizedText text, NumberedText numbered, int first, @Nullable String language) {
        Token token = text.tokens().get(first);
        if (!token.word()) {
            return List.of();
        }
        List<Occurrence> found = List.of();
        for (Proclitics.Reading reading : Proclitics.beginnings(token.text())) {
            List<Occurrence> read = occurrencesOf(reading, text, numbered, first, language);
            if (found.isEmpty()) {
                found = read;
            } else {
                for (Occurrence occurrence : read) {
                    add(found, occurrence);
                }
            }
        }
        return found;
    }

    private static void add(List<Occurrence> found, Occurrence occurrence) {
        for (int i = 0; i < found.size(); i++) {
            Occurrence earlier = found.get(i);
            if (earlier.tokenCount() == occurrence.tokenCount()) {
                found.set(i, earlier.otherwise() == null ? earlier.or(occurrence) : earlier);
                return;
            }
        }
        found.add(occurrence);
    }

    private List<Occurrence> occurrencesOf(
            Proclitics.Reading reading,
            TokenizedText text,
            NumberedText numbered,
            int first,
            @Nullable String language) {
        List<Occurrence> found = List.of();
        int last = first;
        NumberedText.Place place = numbered.begin(first, reading);
        while (place != null) {
            Occurrence occurrence = occurrence(place, reading, text, first, last, language);
            if (occurrence != null) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(occurrence);
            }
            last++;
            place = numbered.next(place, last);
        }
        return found;
    }

    private @Nullable Occurrence occurrence(
            NumberedText.Place place,
            Proclitics.Reading reading,
            TokenizedText text,
            int first,
            int last,
            @Nullable String language) {
        if (last == first && reading.needsMoreWords()) {
            return null;
        }
        List<AliasEntry> aliases = dictionary.aliases(place);
        if (aliases.isEmpty()) {
            return null;
        }
        NormalizedText normalized = text.text();
        int start = normalized.originalStart(text.tokens().get(first).from() + reading.skipped());
        int end = normalized.originalEnd(text.tokens().get(last).to() - 1);
        String surface = normalized.original().substring(start, end);
        List<AliasEntry> fitting = new ArrayList<>(aliases.size());
        for (AliasEntry alias : aliases) {
            if (AliasFit.fits(alias, surface, language)) {
                fitting.add(alias);
            }
        }
        return fitting.isEmpty() ? null : new Occurrence(start, end, surface, first, last - first + 1, fitting);
    }
}
