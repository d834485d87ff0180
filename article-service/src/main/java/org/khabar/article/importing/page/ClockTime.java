package org.khabar.article.importing.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time of day in a date line, with the words that say which half of the day it is. */
final class ClockTime {

    /** Stands where the time was: "م" behind it is the afternoon, and behind a year the era. */
    static final String MARK = "t0t";

    private static final String AFTERNOON_OR_ERA = "م";

    private static final Pattern TIME =
            Pattern.compile("(?<!\\d)(\\d{1,2}) ?(?:[:٫]|h|: )(?: ?(\\d{2}))(?: ?: ?\\d{2})?(?:min|mn)?(?!\\d)");
    private static final Pattern FULL_HOUR = Pattern.compile("(?<!\\d)(\\d{1,2}) ?(?:h|heures)(?![a-z0-9])");

    private ClockTime() {}

    /** Takes the first one; says what is left of the text, with the mark in its place. */
    static String take(String text, DateParts parts) {
        Matcher time = TIME.matcher(text);
        if (time.find()) {
            parts.hour = Integer.valueOf(time.group(1));
            parts.minute = Integer.parseInt(time.group(2));
            return marked(time, text);
        }
        Matcher fullHour = FULL_HOUR.matcher(text);
        if (fullHour.find()) {
            parts.hour = Integer.valueOf(fullHour.group(1));
            return marked(fullHour, text);
        }
        return text;
    }

    private static String marked(Matcher match, String text) {
        return text.substring(0, match.start()) + " " + MARK + " " + text.substring(match.end());
    }

    /** @param next the word behind the mark, which stays to be taken */
    static void takeMark(@Nullable String next, DateParts parts) {
        if (AFTERNOON_OR_ERA.equals(next) && parts.hour != null && parts.hour < 12) {
            parts.hour += 12;
        }
    }

    /** Whether a word is a part of the day, or the era's letter. */
    static boolean takeDayPart(String word, DateParts parts) {
        Integer known = parts.hour;
        if (known == null || word.equals(AFTERNOON_OR_ERA)) {
            return word.equals(AFTERNOON_OR_ERA);
        }
        if (CalendarWords.isAfternoon(word)) {
            parts.hour = known < 12 ? known + 12 : known;
            return true;
        }
        if (CalendarWords.isMorning(word)) {
            parts.hour = known == 12 ? 0 : known;
            return true;
        }
        if (CalendarWords.isNight(word)) {
            parts.hour = known == 12 ? 0 : known >= 6 && known < 12 ? known + 12 : known;
            return true;
        }
        return false;
    }
}
