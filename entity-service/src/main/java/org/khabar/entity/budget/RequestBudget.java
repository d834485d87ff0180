package org.khabar.entity.budget;

import java.util.Collection;
import org.khabar.entity.failure.RequestFailure;

/** The list items that a request may still load. Once it is exceeded, nothing is left for the rest of the request. */
public final class RequestBudget {

    private final int limit;
    private int left;

    public RequestBudget(int limit) {
        this.limit = limit;
        this.left = limit;
    }

    /**
     * How many rows to read at most for lists of this many owners: one more than may be used shows that there are too
     * many, and each owner's page has one that says whether there are more.
     *
     * @throws RequestFailure when nothing is left
     */
    public synchronized int mostRows(int owners) {
        if (left == 0) {
            throw exceeded();
        }
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, (long) left + owners + 1));
    }

    /**
     * Says that so many rows were read for lists of this many owners.
     *
     * @throws RequestFailure when these are as many as {@link #mostRows} allows, so that some may be missing
     */
    public synchronized <T extends Collection<?>> T complete(T rows, int owners) {
        if (rows.size() > (long) left + owners) {
            left = 0;
            throw exceeded();
        }
        return rows;
    }

    /**
     * Uses items up.
     *
     * @throws RequestFailure when there are fewer left
     */
    synchronized void take(int items) {
        if (items > left) {
            left = 0;
            throw exceeded();
        }
        left -= items;
    }

    private RequestFailure exceeded() {
        return RequestFailure.limitExceeded(
                "The lists of this request have more items together than the limit of %d. Ask for smaller pages (first) or nest fewer lists."
                        .formatted(limit));
    }
}
