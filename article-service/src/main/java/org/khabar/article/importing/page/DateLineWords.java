package org.khabar.article.importing.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that are left of a date line: names of months with the numbers around them, parts of the day, labels. */
final class DateLineWords {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ،,|/()\\[\\]–—•·-]+");
    private static final Set<String> ORDINALS = Set.of("er", "st", "nd", "rd", "th");

    private final DateParts parts;
    private final List<Integer> numbers = new ArrayList<>();

    DateLineWords(DateParts parts) {
        this.parts = parts;
    }

    /** Takes them; false when one does not belong to a date, or the numbers make none. */
    boolean take(String text) {
        Deque<String> words = new ArrayDeque<>();
        for (String word : BETWEEN_WORDS.split(text)) {
            if (!bare(word).isEmpty()) {
                words.add(bare(word));
            }
        }
        List<String> kept = HijriDates.cut(words);
        parts.hijri |= kept.size() < words.size();
        words.clear();
        words.addAll(kept);
        while (!words.isEmpty()) {
            if (!takeWord(words)) {
                return false;
            }
        }
        return assignNumbers();
    }

    private boolean takeWord(Deque<String> words) {
        String word = words.removeFirst();
        if (word.equals(ClockTime.MARK)) {
            ClockTime.takeMark(words.peekFirst(), parts);
            return true;
        }
        if (isNumber(word)) {
            numbers.add(Integer.valueOf(word));
            return true;
        }
        String next = words.peekFirst();
        Optional<Integer> pair = next == null ? Optional.empty() : CalendarWords.month(word + " " + next);
        if (pair.isPresent()) {
            words.removeFirst();
            return takeMonth(pair.get());
        }
        Optional<Integer> single = CalendarWords.month(word);
        if (single.isPresent() && !(word.equals("mar") && parts.month != null)) {
            return takeMonth(single.get());
        }
        return ClockTime.takeDayPart(word, parts) || isOrdinal(word) || CalendarWords.isNoise(word);
    }

    /** "آذار/مارس": the same month in two calendars' words. */
    private boolean takeMonth(int named) {
        boolean agrees = parts.month == null || parts.month == named;
        parts.month = named;
        return agrees;
    }

    /** "1er", "5th". */
    private boolean isOrdinal(String word) {
        int end = Math.max(0, word.length() - 2);
        String digits = word.substring(0, end);
        if (!ORDINALS.contains(word.substring(end)) || !isNumber(digits)) {
            return false;
        }
        return numbers.add(Integer.valueOf(digits));
    }

    /** Day and year around a month in words. */
    private boolean assignNumbers() {
        if (parts.year != null) {
            return numbers.isEmpty();
        }
        if (numbers.isEmpty()) {
            return parts.month == null;
        }
        if (parts.month == null || numbers.size() != 2) {
            return false;
        }
        boolean yearFirst = numbers.get(0) > 31;
        int year = numbers.get(yearFirst ? 0 : 1);
        parts.day = numbers.get(yearFirst ? 1 : 0);
        parts.year = year;
        return year >= 1000;
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A word without what is neither letter nor figure around it. */
    static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end);
    }
}
