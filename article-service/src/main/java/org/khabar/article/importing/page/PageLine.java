package org.khabar.article.importing.page;

import org.khabar.article.text.Folding;

/**
 * A line of a page that is not blank.
 *
 * @param number 1-based, blank lines counted
 * @param text as the page has it, without white space and direction marks around it
 * @param folded for recognition, see {@link Folding#fold}
 * @param key for telling whether two lines say the same, see {@link Folding#key}
 * @param words how many words it has, punctuation on its own aside; long lines count as very many
 * @param afterBlank whether a blank line is right before it
 */
record PageLine(int number, String text, String folded, String key, int words, boolean afterBlank) {

    /** Longer lines are running text whatever they say, and are not folded. */
    static final int MAX_FOLDED_LENGTH = 1000;

    private static final int MAX_GAP = 40;
    private static final String CLOSING = " \u00a0\u202f\"'”’»)]}\u200e\u200f\u061c\u202c\u2069";

    static PageLine of(int number, String text, boolean afterBlank) {
        boolean isLong = text.length() > MAX_FOLDED_LENGTH;
        String folded = Folding.fold(isLong ? text.substring(0, MAX_FOLDED_LENGTH) : text);
        String key = Folding.keyOf(folded);
        int words = isLong ? Integer.MAX_VALUE : key.isEmpty() ? 0 : key.split(" ").length;
        return new PageLine(number, text, isLong ? "" : folded, key, words, afterBlank);
    }

    /** Whether white space runs on in it as in no title or byline; patterns with white space are not tried on it. */
    boolean hasGap() {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = Character.isWhitespace(text.charAt(i)) ? run + 1 : 0;
            if (run > MAX_GAP) {
                return true;
            }
        }
        return false;
    }

    boolean hasLetters() {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether it ends like a sentence, closing quotes and brackets aside. */
    boolean endsSentence() {
        return ".!?؟…؛۔:,،".indexOf(lastSign()) >= 0;
    }

    /** Whether it ends with a full stop, comma or the like: questions and exclamations can be headlines, this cannot. */
    boolean endsStatement() {
        return endsSentence() && lastSign() != '؟' && lastSign() != '?' && lastSign() != '!' && lastSign() != '…';
    }

    boolean endsQuestion() {
        return lastSign() == '؟' || lastSign() == '?';
    }

    private char lastSign() {
        int end = text.length() - 1;
        while (end > 0 && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        return text.charAt(end);
    }

    /** Whether it reads like a paragraph: several words that end a sentence, or very many. */
    boolean isRunningText() {
        return words >= 40 || (words >= 8 && endsSentence());
    }
}
