package org.khabar.article.related;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * How related an article is to another, from 0 to 1:
 *
 * <pre>likeness = 0.75 · entities + 0.25 · words
 * relatedness = likeness · 2^(-|time between them| / half-life)</pre>
 *
 * <ul>
 *   <li>entities: the part of what the other is about that this one is about too, Σ idf(e) · min(salience of e in both)
 *       over the shared entities, by Σ idf(e) · salience of e over all of the other's that were looked at. The idf of an
 *       entity in n articles is ln(1 + {@value #COMMON} / n), and n is counted up to {@value #COMMON}: an entity that many
 *       articles have tells little, and how many exactly does not matter.
 *   <li>words: the greater of two: the part of the shorter headline's words that are in the other headline, and the
 *       estimated resemblance of the texts.
 * </ul>
 *
 * An article whose likeness is under {@value #LEAST} is not related.
 */
final class Relatedness {

    /** Articles from which on an entity is as common as any. */
    static final int COMMON = 256;

    static final double ENTITIES = 0.75;
    static final double WORDS = 0.25;
    static final double LEAST = 0.1;

    /** Shorter words are articles and prepositions more often than not. */
    private static final int MIN_WORD_LENGTH = 3;

    private Relatedness() {}

    static double likeness(double entities, double words) {
        return ENTITIES * Math.clamp(entities, 0, 1) + WORDS * Math.clamp(words, 0, 1);
    }

    static double decay(Instant one, Instant other, Duration halfLife) {
        Duration between = Duration.between(one, other).abs();
        return Math.pow(2, -(double) between.toSeconds() / halfLife.toSeconds());
    }

    /**
     * The part of the shorter headline's words that the other has too.
     *
     * @param one a folded headline, its words apart by one space
     */
    static double sharedWords(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        int fewer = Math.min(words.size(), others.size());
        words.retainAll(others);
        return fewer == 0 ? 0 : (double) words.size() / fewer;
    }

    /** With and without the article ال a word is the same. */
    private static Set<String> words(String headline) {
        Set<String> words = new HashSet<>();
        Arrays.stream(headline.split(" "))
                .map(word -> word.startsWith("ال") ? word.substring(2) : word)
                .filter(word -> word.length() >= MIN_WORD_LENGTH)
                .forEach(words::add);
        return words;
    }
}
