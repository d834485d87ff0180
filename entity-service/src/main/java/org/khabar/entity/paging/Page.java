package org.khabar.entity.paging;

import java.util.List;
import java.util.function.Function;

/**
 * The items of one page, in the connection's order, and whether there are more around it.
 *
 * @param <T> what the connection lists
 */
public record Page<T>(List<T> items, boolean hasNextPage, boolean hasPreviousPage) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows that were read in the direction of the request, one more than its size when there are more.
     *
     * <p>Of the other direction the specification lets a server answer false when it cannot tell cheaply; a page that
     * starts after a cursor has that cursor's item before it.
     */
    public static <T, K> Page<T> of(List<T> rows, PageRequest<K> request) {
        boolean more = rows.size() > request.size();
        List<T> kept = more ? rows.subList(0, request.size()) : rows;
        if (request.backward()) {
            return new Page<>(kept.reversed(), request.before() != null, more);
        }
        return new Page<>(kept, more, request.after() != null);
    }

    /** @param cursor gives the cursor of an item */
    public PageInfo info(Function<T, String> cursor) {
        if (items.isEmpty()) {
            return new PageInfo(hasNextPage, hasPreviousPage, null, null);
        }
        return new PageInfo(
                hasNextPage, hasPreviousPage, cursor.apply(items.getFirst()), cursor.apply(items.getLast()));
    }
}
