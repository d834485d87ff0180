package org.khabar.article.search;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times of publication as lexemes of months, years and decades in UTC; some forty of them cover any stretch of time. */
final class TimeCover {

    private static final YearMonth FIRST = YearMonth.of(1900, 1);
    private static final YearMonth LAST = YearMonth.of(2199, 12);
    private static final int DECADE = 10;
    private static final int MONTHS = 12;

    private TimeCover() {}

    /** The lexemes of an article of that time. */
    static List<String> of(Instant publishedAt) {
        YearMonth month = monthOf(publishedAt);
        return List.of(month(month), year(month.getYear()), decade(month.getYear()));
    }

    /**
     * Lexemes, one at least of which has every article of the range; articles of the months at its ends have them too.
     * None when the range has no bounds.
     */
    static List<String> of(TimeRange range) {
        if (range.from() == null && range.before() == null) {
            return List.of();
        }
        YearMonth last = range.before() == null ? LAST : monthOf(range.before());
        List<String> cover = new ArrayList<>();
        YearMonth month = monthOf(range.from());
        while (!month.isAfter(last)) {
            month = addLargest(cover, month, last);
        }
        return cover;
    }

    /** Adds the largest stretch that begins here and does not pass the last month; the month behind it. */
    private static YearMonth addLargest(List<String> cover, YearMonth month, YearMonth last) {
        boolean january = month.getMonthValue() == 1;
        int year = month.getYear();
        if (january
                && year % DECADE == 0
                && !month.plusYears(DECADE).minusMonths(1).isAfter(last)) {
            cover.add(decade(year));
            return month.plusYears(DECADE);
        }
        if (january && !month.plusMonths(MONTHS - 1).isAfter(last)) {
            cover.add(year(year));
            return month.plusYears(1);
        }
        cover.add(month(month));
        return month.plusMonths(1);
    }

    /** Times that no newspaper has count for the first or the last month. */
    private static YearMonth monthOf(@Nullable Instant instant) {
        if (instant == null || instant.isBefore(FIRST.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))) {
            return FIRST;
        }
        if (!instant.isBefore(LAST.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))) {
            return LAST;
        }
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    private static String month(YearMonth month) {
        return "~m" + month;
    }

    private static String year(int year) {
        return "~y" + year;
    }

    private static String decade(int year) {
        return "~d" + year / DECADE;
    }
}
