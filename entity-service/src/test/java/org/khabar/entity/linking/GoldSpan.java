package org.khabar.entity.linking;

import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.EntityType;

/**
 * A name in a text as somebody annotated it.
 *
 * @param passage index of the passage
 * @param start where it begins in the passage, in UTF-16 code units, an attached particle left out
 * @param end where it ends, exclusive
 * @param entity key of what it names; null for what the catalogue does not have, or cannot be told
 * @param type what it names, where {@code entity} does not say it
 * @param demonym whether it is an adjective of nationality or a people; {@code entity} is its country then
 */
record GoldSpan(
        int passage,
        int start,
        int end,
        @Nullable String entity,
        @Nullable EntityType type,
        boolean demonym) {

    GoldSpan {
        if (passage < 0 || start < 0 || end <= start) {
            throw new IllegalArgumentException("a span of passage %d from %d to %d".formatted(passage, start, end));
        }
        if (demonym && entity == null) {
            throw new IllegalArgumentException("an adjective of nationality of no country");
        }
    }

    /** Whether it is to be linked. */
    boolean linked() {
        return entity != null && !demonym;
    }

    /** Whether it is a name that is not to be linked. */
    boolean none() {
        return entity == null;
    }

    boolean overlaps(int otherPassage, int otherStart, int otherEnd) {
        return passage == otherPassage && start < otherEnd && otherStart < end;
    }
}
