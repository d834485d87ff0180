package org.khabar.entity.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A line that was read, or what is wrong with it.
 *
 * @param index which result it is, from 1
 * @param line its number, from 1
 * @param bytes its length, roughly
 * @param entity null when it cannot be imported
 * @param error null when it can
 */
record Entry(
        long index,
        long line,
        int bytes,
        @Nullable EntityLine entity,
        @Nullable ItemError error) {

    Entry failed(ItemError why) {
        return new Entry(index, line, bytes, null, why);
    }
}
