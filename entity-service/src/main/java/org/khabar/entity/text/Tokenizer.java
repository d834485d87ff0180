package org.khabar.entity.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts normalised text into words and boundaries, in one pass.
 *
 * <p>A word is a run of letters and digits. Blanks only separate. A hyphen, apostrophe, full stop or underscore between
 * two letters joins two words without a boundary (d'Ivoire, غزة_الآن, Abu-Dhabi, U.N.); every other punctuation is a
 * boundary: quotes “ ” « », dashes, ، ؛ ؟ and a hyphen beside a blank, as in "حماس -المصنفة".
 */
public final class Tokenizer {

    private static final String JOINERS = "-'._&";

    private Tokenizer() {}

    /** The tokens in their order. */
    public static List<Token> tokenize(NormalizedText text) {
        List<Token> tokens = new ArrayList<>(text.length() / 5 + 1);
        int index = 0;
        while (index < text.length()) {
            int end = isWordAt(text, index) ? wordEnd(text, index) : nextIndex(text, index);
            if (isWordAt(text, index)) {
                tokens.add(token(text, true, index, end));
            } else if (!isBlank(text.charAt(index)) && !joinsWords(text, index)) {
                tokens.add(token(text, false, index, end));
            }
            index = end;
        }
        return List.copyOf(tokens);
    }

    private static Token token(NormalizedText text, boolean word, int from, int to) {
        return new Token(text.value().substring(from, to), word, from, to);
    }

    private static int wordEnd(NormalizedText text, int from) {
        int end = from;
        while (end < text.length() && isWordAt(text, end)) {
            end = nextIndex(text, end);
        }
        return end;
    }

    private static int nextIndex(NormalizedText text, int index) {
        return index + Character.charCount(text.value().codePointAt(index));
    }

    private static boolean isWordAt(NormalizedText text, int index) {
        return Character.isLetterOrDigit(text.value().codePointAt(index));
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean joinsWords(NormalizedText text, int index) {
        return JOINERS.indexOf(text.charAt(index)) >= 0
                && index > 0
                && index + 1 < text.length()
                && Character.isLetterOrDigit(text.value().codePointBefore(index))
                && isWordAt(text, index + 1);
    }
}
