package org.khabar.entity.linking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.tagging.Proclitics;
import org.khabar.entity.text.SearchKey;
import org.khabar.entity.text.Token;

/**
 * Names of places that are other words beside certain words or in a certain spelling: قطر before a number is a diameter,
 * جده is his grandfather where جدة is Jeddah.
 */
public final class Homographs {

    private enum Side {
        BEFORE,
        AFTER,
        SURFACE
    }

    private record Sign(String name, Side side) {}

    private static final String NUMBER = "#";

    private final Map<Sign, Set<String>> signs = new HashMap<>();

    private Homographs() {}

    /**
     * Reads lines of a name, a side and a word: what stands BEFORE or AFTER the name ({@code #} for a number), or the
     * SURFACE in which it is another word.
     *
     * @throws IllegalArgumentException naming the line that is of another form
     */
    public static Homographs parse(Stream<String> lines) {
        Homographs homographs = new Homographs();
        WordList.fields(lines, 3, "a name, a side and a word, with tabs between them")
                .forEach(fields -> homographs.add(fields.get(0), Side.valueOf(fields.get(1)), fields.get(2)));
        return homographs;
    }

    private void add(String name, Side side, String word) {
        boolean asWritten = side == Side.SURFACE || word.equals(NUMBER);
        signs.computeIfAbsent(new Sign(SearchKey.of(name), side), sign -> new HashSet<>())
                .add(asWritten ? word : SearchKey.of(word));
    }

    /** Whether what stands there is another word than the place's name. */
    boolean isOtherWord(Occurrence place, PassageTokens passage) {
        String name = SearchKey.of(place.surface());
        int before = place.firstToken() - 1;
        return words(name, Side.SURFACE).contains(place.surface())
                || before >= 0 && meets(words(name, Side.BEFORE), passage.token(before))
                || place.tokenEnd() < passage.size() && meets(words(name, Side.AFTER), passage.token(place.tokenEnd()));
    }

    private static boolean meets(Set<String> words, Token token) {
        boolean number = Character.isDigit(token.text().charAt(0));
        return number && words.contains(NUMBER)
                || Proclitics.readings(token.text()).stream().anyMatch(reading -> words.contains(reading.text()));
    }

    private Set<String> words(String name, Side side) {
        return signs.getOrDefault(new Sign(name, side), Set.of());
    }
}
