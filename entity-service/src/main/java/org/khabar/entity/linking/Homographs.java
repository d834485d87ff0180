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
 * Names that are other words beside certain words, in a certain spelling or after a particle: قطر before a number is a
 * diameter, جده is his grandfather where جدة is Jeddah, بحماس is enthusiastically in an article that is not about Hamas.
 */
public final class Homographs {

    private enum Side {
        BEFORE,
        AFTER,
        SURFACE,
        PERHAPS
    }

    private record Sign(String name, Side side) {}

    private static final String NUMBER = "#";

    private final Map<Sign, Set<String>> signs = new HashMap<>();

    private Homographs() {}

    /**
     * Reads lines of a name, a side and a word: what stands BEFORE or AFTER the name ({@code #} for a number), the
     * SURFACE in which it is another word, or a country that PERHAPS makes it the name when the article speaks of it. A
     * name with a particle is meant with it alone.
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
        boolean asWritten = side == Side.SURFACE || side == Side.PERHAPS || word.equals(NUMBER);
        signs.computeIfAbsent(new Sign(SearchKey.of(name), side), sign -> new HashSet<>())
                .add(asWritten ? word : SearchKey.of(word));
    }

    /** Whether what stands there is another word than the name. */
    boolean isOtherWord(Occurrence occurrence, PassageTokens passage) {
        return isOtherWord(SearchKey.of(occurrence.surface()), occurrence, passage)
                || passage.hasParticle(occurrence)
                        && isOtherWord(withParticle(occurrence, passage), occurrence, passage);
    }

    /** The countries of one of which the article must speak before it is the name; empty when there is no doubt. */
    Set<String> supportOf(Occurrence occurrence, PassageTokens passage) {
        return words(withParticle(occurrence, passage), Side.PERHAPS);
    }

    private boolean isOtherWord(String name, Occurrence occurrence, PassageTokens passage) {
        int before = occurrence.firstToken() - 1;
        int after = occurrence.tokenEnd();
        return words(name, Side.SURFACE).contains(occurrence.surface())
                || before >= 0 && meets(words(name, Side.BEFORE), passage.token(before))
                || after < passage.size() && meets(words(name, Side.AFTER), passage.token(after));
    }

    private static String withParticle(Occurrence occurrence, PassageTokens passage) {
        return occurrence.tokenCount() > 1
                ? ""
                : passage.token(occurrence.firstToken()).text();
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
