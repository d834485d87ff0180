package org.khabar.article.search.analysis;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.text.Folding;

/**
 * What an Arabic word may be a form of: without the article and the words that are written together with it (و ف ب ك ل),
 * and without the endings of plural, feminine and possessor.
 *
 * <p>Light stemming after Larkey, Ballesteros and Connell ("Light stemming for Arabic information retrieval", 2007), but
 * for three things. The ending of adjectives of origin stays: العراقية is no form of العراق. The article is taken off only
 * where it is one: أ in ألمانيا says that the word begins there. And where a first letter may belong to the word or not,
 * both readings count, unless the word is known ({@link Initials}): وزير never is و with زير.
 */
final class ArabicStems {

    private static final int SHORTEST = 3;
    private static final int SHORTEST_AFTER_ARTICLE = 2;
    private static final int TATWEEL = 0x0640;
    private static final String ATTACHED = "وفبكل";
    private static final String PREPOSITIONS = "بكل";

    private ArabicStems() {}

    /** @param word in any spelling, one word */
    static Set<String> of(String word) {
        Set<String> readings = new LinkedHashSet<>();
        addReadings(skeleton(word), readings);
        return readings.stream().map(ArabicStems::stem).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void addReadings(String word, Set<String> readings) {
        String definite = withoutArticle(word);
        if (definite != null) {
            readings.add(definite);
            return;
        }
        if (isConjunction(word.charAt(0)) && word.length() > SHORTEST && !Initials.isKnown(word)) {
            String behind = withoutArticle(word.substring(1));
            if (behind != null) {
                readings.add(behind);
                return;
            }
        }
        readings.add(word);
        addBehindFirstLetter(word, readings);
    }

    private static void addBehindFirstLetter(String word, Set<String> readings) {
        if (!isAttached(word, ATTACHED)) {
            return;
        }
        String rest = word.substring(1);
        readings.add(rest);
        if (isConjunction(word.charAt(0)) && isAttached(rest, PREPOSITIONS)) {
            readings.add(rest.substring(1));
        }
    }

    private static boolean isAttached(String word, String letters) {
        return word.length() > SHORTEST && letters.indexOf(word.charAt(0)) >= 0 && !Initials.isKnown(word);
    }

    private static boolean isConjunction(char letter) {
        return letter == 'و' || letter == 'ف';
    }

    /** What the article stands before, with or without a preposition; null when there is no article. */
    private static @Nullable String withoutArticle(String word) {
        if (Initials.isKnown(word)) {
            return null;
        }
        if (word.startsWith("ال")) {
            return rest(word, 2, SHORTEST_AFTER_ARTICLE);
        }
        if (word.startsWith("لل")) {
            String behind = word.substring(1);
            return Initials.isKnown(behind) ? behind : rest(word, 2, SHORTEST_AFTER_ARTICLE);
        }
        boolean preposition = word.startsWith("بال") || word.startsWith("كال");
        return preposition ? rest(word, 3, SHORTEST) : null;
    }

    private static @Nullable String rest(String word, int from, int shortest) {
        return word.length() - from >= shortest ? word.substring(from) : null;
    }

    /** Without its endings, folded. */
    static String stem(String reading) {
        String stem = bare(reading);
        if (Initials.isWhole(stem)) {
            return stem;
        }
        boolean possessed = endsWith(stem, "ها", SHORTEST) || endsWith(stem, "هم", SHORTEST);
        if (possessed) {
            stem = without(stem, 2);
        }
        if (endsWith(stem, "ات", SHORTEST)) {
            return without(stem, 2);
        }
        if (endsWith(stem, "ون", SHORTEST + 1) || endsWith(stem, "ين", SHORTEST + 1)) {
            return without(stem, 2);
        }
        boolean feminine = endsWith(stem, "ه", SHORTEST) || (possessed && endsWith(stem, "ت", SHORTEST));
        return feminine ? without(stem, 1) : stem;
    }

    private static boolean endsWith(String word, String ending, int left) {
        return word.endsWith(ending) && word.length() - ending.length() >= left;
    }

    private static String without(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    /** Folded but for the hamza on an alef, which tells it from the article's. */
    static String skeleton(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFKC);
        StringBuilder skeleton = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> append(skeleton, point));
        return skeleton.isEmpty() ? word : skeleton.toString();
    }

    /** As {@link Folding} does it; what is usual is spelled out, because every word of every article comes by here. */
    private static void append(StringBuilder skeleton, int point) {
        switch (point) {
            case 'أ', 'إ', 'آ' -> skeleton.appendCodePoint(point);
            case 'ى', 'ئ' -> skeleton.append('ي');
            case 'ة' -> skeleton.append('ه');
            case 'ؤ' -> skeleton.append('و');
            default -> {
                boolean usual = point >= 'ء' && point <= 'ي' && point != TATWEEL;
                skeleton.append(usual ? Character.toString(point) : Folding.key(Character.toString(point)));
            }
        }
    }

    /** A skeleton with every alef as it folds. */
    static String bare(String skeleton) {
        return skeleton.replace('أ', 'ا').replace('إ', 'ا').replace('آ', 'ا');
    }
}
