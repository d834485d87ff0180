package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import org.khabar.article.text.Folding;

/**
 * The words of a folded line as a look at a date takes them, without trying any form of one: most lines hold a word that
 * no date line has, and are told by it.
 */
final class DateWords {

    private static final int MAX_NUMBERS = 14;

    /** "By the time of", which a place follows. */
    private static final String ZONE = "توقيت";

    private final List<int[]> unknown = new ArrayList<>();
    private int numbers;
    private boolean month;
    private boolean signed;
    private boolean behindZone;

    private DateWords() {}

    /** @param text folded or not; offsets are into it */
    static DateWords of(String text) {
        DateWords words = new DateWords();
        int i = 0;
        while (i < text.length()) {
            int end = endOfWord(text, i);
            if (end > i && !words.add(text, i, end)) {
                return words;
            }
            words.signed |= end > i && end < text.length() && "-/.:٫".indexOf(text.charAt(end)) >= 0;
            i = Math.max(end, i + 1);
        }
        return words;
    }

    private static String word(String word) {
        boolean known = CalendarWords.isKnown(word);
        return known || word.codePoints().allMatch(c -> c < 128 && !Character.isUpperCase(c))
                ? word
                : Folding.fold(word);
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && isOfWords(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfWords(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Takes a word; false when what follows does not count, as it tells of a later change. */
    private boolean add(String text, int start, int end) {
        String word = word(text.substring(start, end));
        boolean digits = hasDigit(word);
        if (digits) {
            numbers++;
            signed |= word.codePoints().anyMatch(Character::isLetter);
            return true;
        }
        if (numbers > 0 && CalendarWords.isUpdate(word)) {
            return false;
        }
        month |= CalendarWords.isOfMonth(word);
        boolean zone = DateZones.isAbbreviation(word) || (behindZone && DateZones.isOfPlace(word));
        behindZone = word.endsWith(ZONE) || (behindZone && zone);
        if (!zone && !CalendarWords.isKnown(word)) {
            unknown.add(new int[] {start, end});
        }
        return true;
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the whole line can be a date or a time of day. */
    boolean canBeDate() {
        return unknown.isEmpty() && canHoldDate();
    }

    /** Whether a part of the line can. */
    boolean canHoldDate() {
        return numbers > 0 && numbers <= MAX_NUMBERS && (month || signed);
    }

    /** How many words no date line has. */
    int unknowns() {
        return unknown.size();
    }

    int numbers() {
        return numbers;
    }

    /** The longest part of the text without such a word. */
    String longestKnown(String text) {
        String longest = "";
        int start = 0;
        for (int i = 0; i <= unknown.size(); i++) {
            int end = i < unknown.size() ? unknown.get(i)[0] : text.length();
            longest = end - start > longest.length() ? text.substring(start, end) : longest;
            start = i < unknown.size() ? unknown.get(i)[1] : end;
        }
        return longest;
    }

    /** Whether a word that no date has ends behind an index. */
    boolean isUnknownBehind(int index) {
        return !unknown.isEmpty() && unknown.getLast()[1] > index;
    }

    /** Whether a word that no date has begins before an index. */
    boolean isUnknownBefore(int index) {
        return !unknown.isEmpty() && unknown.getFirst()[0] < index;
    }
}
