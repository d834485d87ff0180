package org.khabar.entity.catalogue;

import java.util.List;
import java.util.UUID;
import org.khabar.entity.paging.Cursor;

/**
 * Where an entity stands in a search.
 *
 * @param rank 0 when a name equals what was searched, 1 when one begins with it, 2 when one holds it
 * @param length of the shortest name found, in its search key
 * @param id the entity
 */
record EntityPosition(int rank, int length, UUID id) {

    private static final String KIND = "entity";

    String cursor() {
        return new Cursor(KIND, List.of(Integer.toString(rank), Integer.toString(length), id.toString())).encode();
    }

    /** @throws IllegalArgumentException when the cursor is of another connection */
    static EntityPosition of(Cursor cursor) {
        List<String> fields = cursor.fieldsOf(KIND, 3);
        return new EntityPosition(
                Integer.parseInt(fields.get(0)), Integer.parseInt(fields.get(1)), UUID.fromString(fields.get(2)));
    }
}
