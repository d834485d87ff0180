package org.khabar.article.search.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where words stand in a text: runs of letters, digits and the marks on them. An apostrophe parts a run; French words
 * that lost their vowel before one (l', qu') and the English 's are not words.
 */
final class WordStretches {

    private static final Set<String> ELIDED = Set.of(
            "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu");

    /** A stretch of a text, {@code end} exclusive. */
    record Stretch(int start, int end) {}

    private final String text;
    private final List<Stretch> words = new ArrayList<>();

    private WordStretches(String text) {
        this.text = text;
    }

    static List<Stretch> of(String text) {
        WordStretches stretches = new WordStretches(text);
        stretches.read();
        return stretches.words;
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            int end = endOfRun(at);
            if (end > at) {
                addRun(at, end);
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
    }

    /** The end of the run of word characters that starts here; the same place when none does. */
    private int endOfRun(int start) {
        int at = start;
        int end = start;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            boolean inner = end > start && (isApostrophe(point) || isInvisible(point));
            if (!inner && !isWordCharacter(point)) {
                return end;
            }
            at += Character.charCount(point);
            end = inner ? end : at;
        }
        return end;
    }

    private void addRun(int start, int end) {
        int from = start;
        for (int at = start; at < end; at++) {
            if (isApostrophe(text.charAt(at))) {
                boolean elided = ELIDED.contains(text.substring(from, at).toLowerCase(Locale.ROOT));
                if (!elided) {
                    add(from, at);
                }
                from = at + 1;
            }
        }
        boolean genitive = from > start && end - from == 1 && Character.toLowerCase(text.charAt(from)) == 's';
        if (!genitive) {
            add(from, end);
        }
    }

    private void add(int start, int end) {
        if (end > start) {
            words.add(new Stretch(start, end));
        }
    }

    private static boolean isWordCharacter(int point) {
        int type = Character.getType(point);
        return !isApostrophe(point)
                && (Character.isLetterOrDigit(point)
                        || type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK
                        || type == Character.ENCLOSING_MARK);
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '’' || point == 'ʼ' || point == '‘';
    }

    /** Marks of direction and joiners, which stand inside words and are no part of their spelling. */
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT;
    }
}
