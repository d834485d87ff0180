package org.khabar.article.article.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What is different between two texts, in whole words: a word is a run of letters, digits and marks, anything else counts
 * by character. No edit cuts a word, its vowel marks or a surrogate pair.
 */
final class TextDiff {

    private static final String ZERO_WIDTH_NON_JOINER = "\u200C";

    private TextDiff() {}

    /** A text in words; word {@code i} is from {@code offsets[i]} to {@code offsets[i + 1]}. */
    record Words(String text, List<String> words, int[] offsets) {

        static Words of(String text) {
            List<String> words = new ArrayList<>();
            List<Integer> offsets = new ArrayList<>();
            int start = 0;
            while (start < text.length()) {
                int end = end(text, start);
                words.add(text.substring(start, end));
                offsets.add(start);
                start = end;
            }
            offsets.add(start);
            return new Words(
                    text, words, offsets.stream().mapToInt(Integer::intValue).toArray());
        }

        private static int end(String text, int start) {
            int end = start;
            while (end < text.length() && isOfWord(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            return end > start ? end : start + Character.charCount(text.codePointAt(start));
        }

        private static boolean isOfWord(int letter) {
            return switch (Character.getType(letter)) {
                case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                default -> Character.isLetterOrDigit(letter) || letter == ZERO_WIDTH_NON_JOINER.charAt(0);
            };
        }

        private String between(int from, int to) {
            return text.substring(offsets[from], offsets[to]);
        }
    }

    /** The edits that make the one text of the other, in order. */
    static List<TextEdit> of(Words before, Words after, Budget budget) {
        List<SequenceDiff.Region> regions = SequenceDiff.of(before.words(), after.words(), budget);
        return joinedOverSpaces(regions, before).stream()
                .map(region -> edit(region, before, after))
                .toList();
    }

    private static TextEdit edit(SequenceDiff.Region region, Words before, Words after) {
        return new TextEdit(
                before.offsets()[region.beforeStart()],
                before.offsets()[region.beforeEnd()],
                after.offsets()[region.afterStart()],
                after.offsets()[region.afterEnd()],
                before.between(region.beforeStart(), region.beforeEnd()),
                after.between(region.afterStart(), region.afterEnd()));
    }

    /** Words that were replaced one after another are one edit, not one each: only a space is alike between them. */
    private static List<SequenceDiff.Region> joinedOverSpaces(List<SequenceDiff.Region> regions, Words before) {
        List<SequenceDiff.Region> joined = new ArrayList<>();
        for (SequenceDiff.Region region : regions) {
            SequenceDiff.Region last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && isSpace(before, last.beforeEnd(), region.beforeStart())) {
                joined.set(
                        joined.size() - 1,
                        new SequenceDiff.Region(
                                last.beforeStart(), region.beforeEnd(), last.afterStart(), region.afterEnd()));
            } else {
                joined.add(region);
            }
        }
        return joined;
    }

    private static boolean isSpace(Words before, int from, int to) {
        return to - from == 1 && before.words().get(from).isBlank();
    }
}
