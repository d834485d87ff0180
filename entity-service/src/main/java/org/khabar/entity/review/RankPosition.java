package org.khabar.entity.review;

import java.util.List;
import org.khabar.entity.paging.Cursor;

/** Where an item stands in the queue: by what a decision is worth, in thousandths of a mention, then by its id. */
record RankPosition(long value, long id) {

    private static final String KIND = "review";

    /** @throws IllegalArgumentException when the cursor is of another connection */
    static RankPosition of(Cursor cursor) {
        List<String> fields = cursor.fieldsOf(KIND, 2);
        return new RankPosition(Long.parseLong(fields.get(0)), Long.parseLong(fields.get(1)));
    }

    String cursor() {
        return new Cursor(KIND, List.of(Long.toString(value), Long.toString(id))).encode();
    }
}
