package org.khabar.article.search.analysis;

/** The singular of an English plural: the S-stemmer (Harman, "How effective is suffixing?", 1991). */
final class EnglishStem {

    private static final int SHORTEST = 3;

    private EnglishStem() {}

    /** @param word folded */
    static String of(String word) {
        if (word.length() < SHORTEST || !word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies") && !endsWithAny(word, "eies", "aies")) {
            return word.length() > SHORTEST + 1 ? without(word, 3) + "y" : word;
        }
        if (word.endsWith("es") && !endsWithAny(word, "aes", "ees", "oes")) {
            return without(word, 1);
        }
        return endsWithAny(word, "us", "ss") ? word : without(word, 1);
    }

    private static boolean endsWithAny(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String without(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
