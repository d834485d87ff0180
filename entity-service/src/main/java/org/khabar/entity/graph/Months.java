package org.khabar.entity.graph;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;

/**
 * The months that counts are of, as the database writes dates: those of a time, or all of it, which is counted apart.
 *
 * @param first the first day of the first month
 * @param last the first day of the last month
 */
record Months(String first, String last) {

    private static final Months ALL = new Months("-infinity", "-infinity");
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /**
     * The months that the days from one to another are in; all time when neither is given.
     *
     * @throws RequestFailure when there are none
     */
    static Months of(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return ALL;
        }
        LocalDate first = from == null ? EARLIEST : checked("from", from);
        LocalDate last = to == null ? LATEST : checked("to", to);
        if (last.isBefore(first)) {
            throw RequestFailure.badInput("to is %s, which is before from, %s.".formatted(last, first));
        }
        return new Months(
                first.withDayOfMonth(1).toString(), last.withDayOfMonth(1).toString());
    }

    /** @throws RequestFailure when it is none that the calendars of databases and clients agree on */
    static LocalDate checked(String argument, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw RequestFailure.badInput("%s is not a day of the years 1 to 9999.".formatted(argument));
        }
        return day;
    }
}
