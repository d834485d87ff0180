package org.khabar.entity.tagging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.text.SearchKey;
import org.khabar.entity.text.Token;
import org.khabar.entity.text.TokenizedText;

/** What the tagger finds, said without regard to time and memory: every stretch of tokens is looked up in a map. */
final class MapTagger {

    private static final Comparator<Occurrence> WINNERS_FIRST =
            Comparator.comparingInt(Occurrence::tokenCount).reversed().thenComparingInt(Occurrence::firstToken);

    private final Map<List<String>, List<AliasEntry>> names = new HashMap<>();

    MapTagger(Collection<AliasEntry> aliases) {
        for (AliasEntry alias : aliases) {
            for (AliasEntry form : DefiniteForms.of(alias)) {
                List<String> key = key(form.text());
                if (!key.isEmpty()) {
                    names.computeIfAbsent(key, _ -> new ArrayList<>()).add(form);
                }
            }
        }
    }

    List<Occurrence> tag(TokenizedText text, @Nullable String language) {
        List<Occurrence> all = new ArrayList<>();
        for (int first = 0; first < text.tokens().size(); first++) {
            for (int end = first + 1; end <= text.tokens().size(); end++) {
                all.addAll(occurrence(text, first, end, language));
            }
        }
        all.sort(WINNERS_FIRST);
        List<Occurrence> winners = new ArrayList<>();
        for (Occurrence occurrence : all) {
            if (winners.stream().noneMatch(winner -> overlap(winner, occurrence))) {
                winners.add(occurrence);
            }
        }
        winners.sort(Comparator.comparingInt(Occurrence::firstToken));
        return winners;
    }

    private static boolean overlap(Occurrence one, Occurrence other) {
        return one.firstToken() < other.tokenEnd() && other.firstToken() < one.tokenEnd();
    }

    /** The stretch by the reading that cuts least, and by the next one as another way to read it. */
    private List<Occurrence> occurrence(TokenizedText text, int first, int end, @Nullable String language) {
        if (!text.tokens().get(first).word()) {
            return List.of();
        }
        List<Occurrence> readings = new ArrayList<>();
        for (Proclitics.Reading reading :
                Proclitics.beginnings(text.tokens().get(first).text())) {
            readings.addAll(occurrence(text, first, end, language, reading));
        }
        return switch (readings.size()) {
            case 0 -> List.of();
            case 1 -> readings;
            default -> List.of(readings.get(0).or(readings.get(1)));
        };
    }

    private List<Occurrence> occurrence(
            TokenizedText text, int first, int end, @Nullable String language, Proclitics.Reading reading) {
        if (end - first == 1 && reading.skipped() > 0 && reading.text().length() < 3) {
            return List.of();
        }
        List<String> key = new ArrayList<>();
        text.tokens().subList(first, end).forEach(token -> key.add(token.text()));
        key.set(0, reading.text());
        int start = text.text().originalStart(text.tokens().get(first).from() + reading.skipped());
        int stop = text.text().originalEnd(text.tokens().get(end - 1).to() - 1);
        String surface = text.text().original().substring(start, stop);
        List<AliasEntry> aliases = names.getOrDefault(key, List.of()).stream()
                .filter(alias -> AliasFit.fits(alias, surface, language))
                .toList();
        return aliases.isEmpty()
                ? List.of()
                : List.of(new Occurrence(start, stop, surface, first, end - first, aliases));
    }

    private static List<String> key(String name) {
        List<Token> tokens = TokenizedText.of(name).tokens();
        if (SearchKey.of(name).isEmpty()) {
            return List.of();
        }
        int from = 0;
        while (!tokens.get(from).word()) {
            from++;
        }
        int to = tokens.size();
        while (!tokens.get(to - 1).word()) {
            to--;
        }
        return tokens.subList(from, to).stream().map(Token::text).toList();
    }
}
