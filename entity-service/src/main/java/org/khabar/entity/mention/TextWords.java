package org.khabar.entity.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.text.Token;
import org.khabar.entity.text.TokenizedText;

/**
 * Words in the form that names are compared in, as numbers that a database finds texts by. Two words may have one number:
 * a text is then found that has nothing to do with a name, never the reverse.
 */
final class TextWords {

    private static final String ARTICLE = "ال";
    private static final List<String> CONJUNCTIONS = List.of("", "و", "ف");
    private static final List<String> PREPOSITIONS = List.of("", "ب", "ل", "ك");

    private TextWords() {}

    /**
     * What a text has when a name may stand in it.
     *
     * @param first any of these: the name's first word, with the particles that may be attached to it
     * @param further all of these: its other words
     */
    record Pattern(Integer[] first, Integer[] further) {}

    /** The words of texts, each once. */
    static Integer[] of(List<String> texts) {
        TreeSet<Integer> words = new TreeSet<>();
        texts.forEach(text -> words(text).forEach(word -> words.add(number(word))));
        return words.toArray(Integer[]::new);
    }

    /** What texts have that may hold a name, whatever its language. */
    static List<Pattern> patterns(String name) {
        return patterns("und", AliasType.NAME, name);
    }

    /** What texts have that may hold a name; none for a name without a word. */
    static List<Pattern> patterns(String language, AliasType type, String name) {
        List<String> words = words(name);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Pattern> patterns = new ArrayList<>();
        patterns.add(pattern(words));
        if (type == AliasType.DEMONYM && language.equals("ar")) {
            patterns.add(pattern(words.stream().map(TextWords::definite).toList()));
        }
        return patterns;
    }

    private static Pattern pattern(List<String> words) {
        return new Pattern(
                withParticles(words.getFirst())
                        .map(TextWords::number)
                        .distinct()
                        .toArray(Integer[]::new),
                words.stream().skip(1).map(TextWords::number).distinct().toArray(Integer[]::new));
    }

    /** As {@link org.khabar.entity.tagging.Proclitics} takes them off again. */
    private static Stream<String> withParticles(String word) {
        Stream<String> attached = CONJUNCTIONS.stream()
                .flatMap(conjunction -> PREPOSITIONS.stream().map(preposition -> conjunction + preposition + word));
        return word.startsWith(ARTICLE)
                ? Stream.concat(
                        attached, CONJUNCTIONS.stream().map(conjunction -> conjunction + "ل" + word.substring(1)))
                : attached;
    }

    private static String definite(String word) {
        return word.startsWith(ARTICLE) ? word : ARTICLE + word;
    }

    private static List<String> words(String text) {
        return TokenizedText.of(text).tokens().stream()
                .filter(Token::word)
                .map(Token::text)
                .toList();
    }

    /** Java fixes how this number is computed, so stored ones stay right. */
    private static int number(String word) {
        return Arrays.hashCode(word.toCharArray());
    }
}
