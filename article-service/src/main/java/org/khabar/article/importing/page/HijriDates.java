package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of the Islamic calendar, which stand beside the other date of a line or alone. They are recognised, not converted. */
final class HijriDates {

    private static final Pattern YEAR = Pattern.compile("^1[345]\\d{2}$");

    /** "1446/7/15 هـ", folded. */
    private static final Pattern NUMERIC = Pattern.compile("(?<!\\d)(?:1[345]\\d{2} ?[-/.] ?\\d{1,2} ?[-/.] ?\\d{1,2}"
            + "|\\d{1,2} ?[-/.] ?\\d{1,2} ?[-/.] ?1[345]\\d{2}) ?ه(?!\\p{L})");

    private HijriDates() {}

    /** A folded text without such a date in figures; the same text when it has none. */
    static String cutNumeric(String folded) {
        Matcher numeric = NUMERIC.matcher(folded);
        return numeric.find() ? folded.substring(0, numeric.start()) + " " + folded.substring(numeric.end()) : folded;
    }

    /** Words without such a date in words; the same words when they hold none. */
    static List<String> cut(Collection<String> words) {
        boolean inWords = words.stream().anyMatch(CalendarWords::isHijriMonth)
                && words.stream().anyMatch(word -> YEAR.matcher(word).matches());
        if (!inWords) {
            return List.copyOf(words);
        }
        List<String> kept = new ArrayList<>();
        for (String word : words) {
            if (YEAR.matcher(word).matches() || CalendarWords.isHijriMonth(word)) {
                dropDayBefore(kept);
            } else {
                kept.add(word);
            }
        }
        return kept;
    }

    private static void dropDayBefore(List<String> kept) {
        if (!kept.isEmpty() && kept.getLast().matches("\\d{1,2}")) {
            kept.removeLast();
        }
    }
}
