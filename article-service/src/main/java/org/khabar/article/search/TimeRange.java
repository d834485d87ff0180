package org.khabar.article.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time: from an instant, before another; null where it has no bound. */
record TimeRange(@Nullable Instant from, @Nullable Instant before) {

    static final TimeRange ALL = new TimeRange(null, null);

    /** What lies in both. */
    TimeRange and(TimeRange other) {
        return new TimeRange(later(from, other.from), earlier(before, other.before));
    }

    boolean isEmpty() {
        return from != null && before != null && !from.isBefore(before);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
