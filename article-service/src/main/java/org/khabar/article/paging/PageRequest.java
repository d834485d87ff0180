package org.khabar.article.paging;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;

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
        return new PageRequest<>(
                size(first, last, bounds),
                last != null,
                decode("after", arguments.after(), decoder),
                decode("before", arguments.before(), decoder));
    }

    /** @throws RequestFailure when pages of this size of so many objects are more than one request may ask for */
    public void refuseLargeBatch(int objects, PagingConfig bounds) {
        long items = (long) objects * size;
        if (items > bounds.maxBatch()) {
            throw RequestFailure.limitExceeded(
                    "The request asks for %d items at once; the limit is %d.".formatted(items, bounds.maxBatch()));
        }
    }

    private static int size(@Nullable Integer first, @Nullable Integer last, PagingConfig bounds) {
        if (last != null) {
            return bounded("last", last, bounds);
        }
        return first == null ? bounds.defaultSize() : bounded("first", first, bounds);
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
