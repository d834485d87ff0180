package org.khabar.article.importing.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date in figures: "2025/03/05", "5-3-2025", "05.03.25". */
final class NumericDate {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4}) ?[-/.] ?(\\d{1,2}) ?[-/.] ?(\\d{1,2})(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\d:])(\\d{1,2}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d{2})(?![\\d/])");

    private NumericDate() {}

    /** Takes the first one; says what is left of the text. */
    static String take(String text, DateParts parts) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.find()) {
            set(parts, yearFirst.group(3), yearFirst.group(2), yearFirst.group(1));
            return without(yearFirst, text);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (!dayFirst.find()) {
            return text;
        }
        boolean monthFirst = Integer.parseInt(dayFirst.group(3)) > 12 && Integer.parseInt(dayFirst.group(1)) <= 12;
        parts.eitherFirst = Integer.parseInt(dayFirst.group(3)) <= 12 && Integer.parseInt(dayFirst.group(1)) <= 12;
        set(parts, dayFirst.group(monthFirst ? 3 : 1), dayFirst.group(monthFirst ? 1 : 3), dayFirst.group(4));
        return without(dayFirst, text);
    }

    private static void set(DateParts parts, String day, String month, String year) {
        parts.day = Integer.valueOf(day);
        parts.month = Integer.valueOf(month);
        parts.year = year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year);
    }

    /** A text without what was found in it. */
    static String without(Matcher found, String text) {
        return text.substring(0, found.start()) + " " + text.substring(found.end());
    }
}
