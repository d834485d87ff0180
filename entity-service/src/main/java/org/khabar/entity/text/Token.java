package org.khabar.entity.text;

import java.util.Objects;

/**
 * A word, or the punctuation that separates two words.
 *
 * @param text its compared form
 * @param word whether it is a word; otherwise a boundary that no name runs across unless it is written with it
 * @param from where it begins in the compared form
 * @param to where it ends in the compared form, exclusive
 */
public record Token(String text, boolean word, int from, int to) {

    public Token {
        Objects.requireNonNull(text);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a token from %d to %d".formatted(from, to));
        }
    }
}
