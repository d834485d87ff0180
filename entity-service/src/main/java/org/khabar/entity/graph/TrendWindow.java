package org.khabar.entity.graph;

/** The time in which entities are looked for that are in the news more than before. */
public enum TrendWindow {
    /** A day, against the 28 days before it. */
    DAY(1, 28),
    /** Seven days, against the 12 weeks before them. */
    WEEK(7, 84),
    /** Thirty days, against the year before them. */
    MONTH(30, 360);

    private final int days;
    private final int pastDays;

    TrendWindow(int days, int pastDays) {
        this.days = days;
        this.pastDays = pastDays;
    }

    int days() {
        return days;
    }

    int pastDays() {
        return pastDays;
    }

    /** How many times as long the past is. */
    double pastLengths() {
        return (double) pastDays / days;
    }
}
