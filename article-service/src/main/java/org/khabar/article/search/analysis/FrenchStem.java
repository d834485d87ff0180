package org.khabar.article.search.analysis;

/**
 * A French word without the ending of its plural, feminine or infinitive: the minimal stemmer of Savoy ("A stemming
 * procedure and stopword list for general French corpora", 1999), on words that have lost their accents.
 */
final class FrenchStem {

    private static final int SHORTEST = 6;

    private FrenchStem() {}

    /** @param word folded */
    static String of(String word) {
        if (word.length() < SHORTEST) {
            return word.endsWith("s") && word.length() > 3 ? without(word) : word;
        }
        if (word.endsWith("aux")) {
            return word.substring(0, word.length() - 3) + "al";
        }
        String stem = word.endsWith("x") ? without(word) : word;
        for (char ending : new char[] {'s', 'r', 'e', 'e'}) {
            if (stem.charAt(stem.length() - 1) == ending) {
                stem = without(stem);
            }
        }
        int last = stem.length() - 1;
        return last > 0 && stem.charAt(last) == stem.charAt(last - 1) ? without(stem) : stem;
    }

    private static String without(String word) {
        return word.substring(0, word.length() - 1);
    }
}
