package org.khabar.gateway.supergraph;

import org.jspecify.annotations.Nullable;

/**
 * {@code @cacheControl}: how long a value may be kept by whoever gets it.
 *
 * @param maxAge in seconds, not negative; null when not given
 * @param isPrivate whether it is meant for one caller alone; null when not given
 * @param inheritMaxAge whether what holds for the parent holds here too
 */
public record CacheHint(@Nullable Integer maxAge, @Nullable Boolean isPrivate, boolean inheritMaxAge) {

    /** The stricter of two in each respect. */
    public CacheHint and(CacheHint other) {
        return new CacheHint(
                min(maxAge, other.maxAge),
                isPrivate == null
                        ? other.isPrivate
                        : Boolean.valueOf(isPrivate || Boolean.TRUE.equals(other.isPrivate)),
                inheritMaxAge && other.inheritMaxAge);
    }

    private static @Nullable Integer min(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }
}
