package org.khabar.entity.paging;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;

/**
 * A page that may be read: its size is within bounds and its cursors are decoded.
 *
 * @param <K> the key that the connection is ordered by
 * @param size how many items at most
 * @param backward whether the page is the end of the range ({@code last}) and not its start ({@code first})
 * @param after only items after this key
 * @param before only items before this key
 */
public record PageRequest<K>(
        int size,
        boolean backward,
        @Nullable K after,
        @Nullable K before) {

    /**
     * Checks a client's arguments.
     *
     * @param decoder reads the key in a cursor of this connection
     * @throws RequestFailure naming the argument that cannot be used
     */
    public static <K> PageRequest<K> of(PageArguments arguments, PagingConfig bounds, Function<Cursor, K> decoder) {
        Integer first = arguments.first();
        Integer last = arguments.last();
        if (first != null && last != null) {
            throw RequestFailure.badInput("Give first or last, not both.");
        }
        boolean backward = last != null;
        int size = bounds.defaultSize();
        if (last != null) {
            size = bounded("last", last, bounds);
        } else if (first != null) {
            size = bounded("first", first, bounds);
        }
        return new PageRequest<>(
                size,
                backward,
                decode("after", arguments.after(), decoder),
                decode("before", arguments.before(), decoder));
    }

    private static int bounded(String argument, int value, PagingConfig bounds) {
        if (value < 0) {
            throw RequestFailure.badInput("%s is %d; it cannot be negative.".formatted(argument, value));
        }
        if (value > bounds.maxSize()) {
            throw RequestFailure.limitExceeded(
                    "%s is %d; the limit is %d.".formatted(argument, value, bounds.maxSize()));
        }
        return value;
    }

    private static <K> @Nullable K decode(String argument, @Nullable String cursor, Function<Cursor, K> decoder) {
        if (cursor == null) {
            return null;
        }
        try {
            return decoder.apply(Cursor.decode(cursor));
        } catch (IllegalArgumentException malformed) {
            throw RequestFailure.badInput("%s is not a cursor of this connection.".formatted(argument));
        }
    }
}
