package org.khabar.entity.editing;

import java.util.List;
import org.khabar.entity.paging.Cursor;

/**
 * Where a revision stands in the history.
 *
 * @param id ascending in time
 */
record HistoryPosition(long id) {

    private static final String KIND = "history";

    String cursor() {
        return new Cursor(KIND, List.of(Long.toString(id))).encode();
    }

    /** @throws IllegalArgumentException when the cursor is of another connection */
    static HistoryPosition of(Cursor cursor) {
        return new HistoryPosition(Long.parseLong(cursor.fieldsOf(KIND, 1).getFirst()));
    }
}
