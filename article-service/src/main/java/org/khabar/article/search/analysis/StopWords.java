package org.khabar.article.search.analysis;

import java.util.Locale;
import java.util.Set;

/**
 * Words that nearly every text has. They are found like others, but a query of several words does not ask for them
 * outside of phrases.
 */
public final class StopWords {

    private static final Set<String> WORDS = WordList.read("stop-words.txt");

    private StopWords() {}

    /** @param written as somebody typed it: accents tell "thé" from "the" */
    public static boolean contains(String written) {
        return WORDS.contains(written.toLowerCase(Locale.ROOT));
    }
}
