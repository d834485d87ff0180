package org.khabar.entity.text;

/**
 * Brings text into the form in which names are compared, and keeps the way back.
 *
 * <ul>
 *   <li>Arabic: أ إ آ ٱ become ا, ى becomes ي, ة becomes ه, ؤ becomes و, ئ becomes ي; presentation forms and ligatures
 *       (ﻷ) become their letters; tatweel, diacritics and bidi marks are dropped;
 *   <li>decimal digits of every script become 0 to 9;
 *   <li>Latin: lower case, without diacritics.
 * </ul>
 *
 * <p>Decomposition is Unicode's NFKD, character by character; with every combining mark dropped it gives the letters
 * that NFKC would, and each keeps its place in the original.
 */
public final class TextNormalizer {

    private TextNormalizer() {}

    /** Normalises a text of any content; unpaired surrogates stay as they are. */
    public static NormalizedText normalize(String text) {
        StringBuilder value = new StringBuilder(text.length() + 8);
        Spans spans = new Spans(text.length() + 8);
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            int next = index + Character.charCount(codePoint);
            if (CharacterFolding.isDropped(codePoint)) {
                spans.extendLastTo(next, CharacterFolding.isMark(codePoint));
            } else {
                spans.add(index, next, CharacterFolding.append(codePoint, value));
            }
            index = next;
        }
        return new NormalizedText(text, value.toString(), spans.starts, spans.ends);
    }

    private static final class Spans {

        private int[] starts;
        private int[] ends;
        private int size;

        private Spans(int capacity) {
            starts = new int[capacity];
            ends = new int[capacity];
        }

        private void add(int start, int end, int count) {
            if (size + count > starts.length) {
                starts = java.util.Arrays.copyOf(starts, starts.length * 2 + count);
                ends = java.util.Arrays.copyOf(ends, ends.length * 2 + count);
            }
            for (int i = 0; i < count; i++) {
                starts[size] = start;
                ends[size++] = end;
            }
        }

        /** A mark belongs to the letter before it, also across dropped format characters. */
        private void extendLastTo(int end, boolean mark) {
            if (size == 0 || !mark) {
                return;
            }
            int start = starts[size - 1];
            for (int i = size - 1; i >= 0 && starts[i] == start; i--) {
                ends[i] = end;
            }
        }
    }
}
