package org.khabar.article.search.analysis;

import java.util.Set;

/**
 * A word of a text.
 *
 * @param exact the word as it is written, folded
 * @param stems what it may be a form of, folded; one at least, more where a first letter may be a word of its own
 * @param start where it starts in the text, in UTF-16 code units
 * @param end where it ends there, exclusive
 */
public record Word(String exact, Set<String> stems, int start, int end) {

    public Word {
        stems = Set.copyOf(stems);
        if (stems.isEmpty()) {
            throw new IllegalArgumentException("a word has a stem");
        }
    }
}
