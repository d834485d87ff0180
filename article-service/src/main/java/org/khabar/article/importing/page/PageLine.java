package org.khabar.article.importing.page;

import org.khabar.article.text.Folding;

/**
 * A line of a page that is not blank.
 *
 * @param number 1-based, blank lines counted
 * @param text as the page has it, without white space and direction marks around it
 * @param folded for recognition, see {@link Folding#fold}
 * @param afterBlank whether a blank line is right before it
 */
record PageLine(int number, String text, String folded, boolean afterBlank) {

    /** Longer lines are running text whatever they say, and are not folded. */
    static final int MAX_FOLDED_LENGTH = 1000;

    static PageLine of(int number, String text, boolean afterBlank) {
        return new PageLine(number, text, text.length() > MAX_FOLDED_LENGTH ? "" : Folding.fold(text), afterBlank);
    }

    /** How many words it has, punctuation on its own aside; long lines count as very many. */
    int words() {
        if (text.length() > MAX_FOLDED_LENGTH) {
            return Integer.MAX_VALUE;
        }
        String key = Folding.key(text);
        return key.isEmpty() ? 0 : key.split(" ").length;
    }

    boolean hasLetters() {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether it ends like a sentence, closing quotes and brackets aside. */
    boolean endsSentence() {
        for (int end = text.length(); end > 0; end--) {
            char last = text.charAt(end - 1);
            boolean closing =
                    Character.isWhitespace(last) || "\"'”’»)]}\u200e\u200f\u061c\u202c\u2069".indexOf(last) >= 0;
            if (!closing) {
                return ".!?؟…؛۔:,،".indexOf(last) >= 0;
            }
        }
        return false;
    }

    /** Whether it reads like a paragraph: several words that end a sentence, or very many. */
    boolean isRunningText() {
        int words = words();
        return words >= 40 || (words >= 8 && endsSentence());
    }
}
