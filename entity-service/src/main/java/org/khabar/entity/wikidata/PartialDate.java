package org.khabar.entity.wikidata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as precise as they are known, in the forms of ISO 8601: 1963, 1963-08 or 1963-08-21. Coarser ones (decades,
 * centuries) are none. Of a date that is said to be of the Julian calendar only the year is taken, for editors disagree
 * on whether such days were converted.
 *
 * @see <a href="https://www.wikidata.org/wiki/Help:Dates">Dates in Wikidata</a>
 */
final class PartialDate {

    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;
    private static final int YEAR = 9;
    private static final int MONTH = 10;
    private static final int DAY = 11;
    private static final String GREGORIAN = "Q1985727";
    private static final Pattern TIME = Pattern.compile("([+-])0*(\\d{1,4})-(\\d\\d)-(\\d\\d)T.*");

    private PartialDate() {}

    /** The first day that a date can mean; empty before the year 1, which relations do not reach back to. */
    static Optional<LocalDate> firstDay(String date) {
        return isOfOurEra(date) ? day(date + "-01-01".substring(date.length() - YEAR_LENGTH)) : Optional.empty();
    }

    /** The last day that a date can mean. */
    static Optional<LocalDate> lastDay(String date) {
        return firstDay(date).map(first -> switch (date.length()) {
            case YEAR_LENGTH -> first.with(TemporalAdjusters.lastDayOfYear());
            case MONTH_LENGTH -> first.with(TemporalAdjusters.lastDayOfMonth());
            default -> first;
        });
    }

    private static boolean isOfOurEra(String date) {
        return !date.startsWith("-") && !date.startsWith("0000");
    }

    private static Optional<LocalDate> day(String date) {
        try {
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The date of a time value; empty when it is not known to the year, or is not one of the years −9999 to 9999. */
    static Optional<String> of(JsonNode value) {
        Matcher time = TIME.matcher(value.path("time").asText(""));
        int precision = value.path("precision").asInt(0);
        if (precision < YEAR || precision > DAY || !time.matches()) {
            return Optional.empty();
        }
        String year = (time.group(1).equals("-") ? "-" : "")
                + "0".repeat(4 - time.group(2).length())
                + time.group(2);
        boolean gregorian = value.path("calendarmodel").asText("").endsWith(GREGORIAN);
        boolean hasMonth = gregorian && precision >= MONTH && !time.group(3).equals("00");
        boolean hasDay = hasMonth && precision == DAY && !time.group(4).equals("00");
        return Optional.of(year + (hasMonth ? "-" + time.group(3) : "") + (hasDay ? "-" + time.group(4) : ""));
    }
}
