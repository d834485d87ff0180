package org.khabar.article.search;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parts a stretch of time, so that whoever looks for the newest matches of a frequent word finds them in a small part, and
 * of a rare one looks at all the rest at once. Where the parts meet is an estimate, and no result depends on it.
 *
 * @param bounds times of publication, ascending, with as many articles between each two and the next two; empty when the
 *     archive is too small to be parted
 */
record SearchWindows(List<Instant> bounds) {

    static final SearchWindows WHOLE = new SearchWindows(List.of());

    /** In lengths between two bounds. */
    private static final int FIRST = 2;

    private static final int AFTER_NOTHING = 12;
    private static final double RESERVE = 1.5;
    /** How many times as far as all steps before a step goes at most, for what few matches say is rough. */
    private static final int MOST = 6;

    SearchWindows {
        bounds = List.copyOf(bounds);
    }

    /** Goes through a stretch from its newest end, until so many matches are found. */
    Walk walk(TimeRange range, int wanted) {
        return new Walk(range, wanted);
    }

    /** How far each step goes depends on what those before have found. All steps together are the stretch. */
    final class Walk {

        private final TimeRange range;
        private final int wanted;
        private @Nullable Instant before;
        private int end;
        private int passed;
        private int steps;
        private boolean over;

        private Walk(TimeRange range, int wanted) {
            this.range = range;
            this.wanted = wanted;
            this.before = range.before();
            this.end = before == null ? bounds.size() : indexOf(before);
        }

        /**
         * The next part, older than those before.
         *
         * @param found how many matches those before have had
         * @return none when they were all
         */
        Optional<TimeRange> next(int found) {
            if (over) {
                return Optional.empty();
            }
            int length = length(found);
            int index = end - length;
            if (index < 0 || !isInside(bounds.get(index))) {
                over = true;
                return Optional.of(new TimeRange(range.from(), before));
            }
            Instant cut = bounds.get(index);
            TimeRange part = new TimeRange(cut, before);
            before = cut;
            end = index;
            passed += length;
            steps++;
            return Optional.of(part);
        }

        /** What holds as many as are missing, if they go on as they have begun. */
        private int length(int found) {
            if (steps == 0) {
                return FIRST;
            }
            if (found == 0) {
                return steps == 1 ? AFTER_NOTHING : bounds.size() + 1;
            }
            return (int) Math.min(MOST * passed, Math.ceil(RESERVE * (wanted - found) * passed / found));
        }

        private boolean isInside(Instant cut) {
            return (range.from() == null || cut.isAfter(range.from())) && (before == null || cut.isBefore(before));
        }
    }

    private int indexOf(Instant instant) {
        int index = Collections.binarySearch(bounds, instant);
        return index < 0 ? -index - 1 : index;
    }
}
