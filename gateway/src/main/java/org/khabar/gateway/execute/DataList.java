package org.khabar.gateway.execute;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A list of objects or lists of the answer while it is put together. */
final class DataList {
    private @Nullable Object[] items = new @Nullable Object[8];
    private int size;
    /** Number of the last walk that came here. */
    int walk;

    int size() {
        return size;
    }

    /** The item, or null when there is none there yet. */
    @Nullable
    Object get(int index) {
        return index < size ? items[index] : null;
    }

    /** Puts an item; {@code index} is at most the size. */
    void set(int index, Object item) {
        if (index == items.length) {
            items = Arrays.copyOf(items, index * 2);
        }
        items[index] = item;
        size = Math.max(size, index + 1);
    }
}
