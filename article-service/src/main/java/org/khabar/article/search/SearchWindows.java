package org.khabar.article.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Parts a stretch of time into the newest few articles, the next newest, and the rest. Whoever looks for the newest matches
 * of a frequent word finds them in the first part; a word that has too few there is rare enough to be looked for at once in
 * all the rest. Where the parts meet is an estimate, and no result depends on it.
 *
 * @param bounds times of publication, ascending, with as many articles between each two and the next two; empty when the
 *     archive is too small to be parted
 */
record SearchWindows(List<Instant> bounds) {

    static final SearchWindows WHOLE = new SearchWindows(List.of());

    private static final double NEWEST = 0.0034;
    private static final double NEXT = 0.04;

    SearchWindows {
        bounds = List.copyOf(bounds);
    }

    /** The parts of a stretch, newest first. Together they are the stretch. */
    List<TimeRange> newestFirst(TimeRange range) {
        List<TimeRange> parts = new ArrayList<>();
        Instant before = range.before();
        for (Instant cut : cuts(range)) {
            parts.add(new TimeRange(cut, before));
            before = cut;
        }
        parts.add(new TimeRange(range.from(), before));
        return parts;
    }

    private List<Instant> cuts(TimeRange range) {
        if (bounds.isEmpty()) {
            return List.of();
        }
        int end = range.before() == null ? bounds.size() : indexOf(range.before());
        Predicate<Instant> inside = cut -> (range.from() == null || cut.isAfter(range.from()))
                && (range.before() == null || cut.isBefore(range.before()));
        return Stream.of(NEWEST, NEXT)
                .map(share -> end - (int) Math.ceil(share * bounds.size()))
                .filter(index -> index >= 0)
                .map(bounds::get)
                .filter(inside)
                .distinct()
                .toList();
    }

    private int indexOf(Instant instant) {
        int index = Collections.binarySearch(bounds, instant);
        return index < 0 ? -index - 1 : index;
    }
}
