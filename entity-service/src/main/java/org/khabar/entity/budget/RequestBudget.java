package org.khabar.entity.budget;

import java.util.Collection;
import org.khabar.entity.failure.RequestFailure;

/**
 * The list items that a request may still load, and the text that it may still have annotated. Once one is exceeded,
 * nothing of it is left for the rest of the request.
 */
public final class RequestBudget {

    private final int limit;
    private final int textLimit;
    private int left;
    private int textLeft;

    /**
     * @param limit list items of the whole answer
     * @param textLimit UTF-16 code units of all texts together
     */
    public RequestBudget(int limit, int textLimit) {
        this.limit = limit;
        this.left = limit;
        this.textLimit = textLimit;
        this.textLeft = textLimit;
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

    /**
     * Uses text up, before any work is done on it.
     *
     * @throws RequestFailure when less is left
     */
    public synchronized void takeText(int length) {
        if (length > textLeft) {
            textLeft = 0;
            throw RequestFailure.limitExceeded(
                    "The texts of this request have more characters together than the limit of %d. Send fewer at a time."
                            .formatted(textLimit));
        }
        textLeft -= length;
    }

    private RequestFailure exceeded() {
        return RequestFailure.limitExceeded(
                "The lists of this request have more items together than the limit of %d. Ask for smaller pages (first) or nest fewer lists."
                        .formatted(limit));
    }
}
