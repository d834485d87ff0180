package org.khabar.entity.exchange;

import java.util.List;
import java.util.UUID;
import org.khabar.entity.paging.Cursor;

/**
 * Behind which entity an export goes on. Those that stand for themselves come first, so that what was merged follows what it was
 * merged into.
 *
 * @param merged whether the entity is one that was merged
 */
record ExportPosition(boolean merged, UUID id) {

    private static final String KIND = "catalogue";
    private static final UUID LEAST = new UUID(0, 0);

    /** Before all entities. */
    static final ExportPosition START = new ExportPosition(false, LEAST);

    /** Before all that were merged. */
    static final ExportPosition START_OF_MERGED = new ExportPosition(true, LEAST);

    static ExportPosition of(EntityRecord entity) {
        return new ExportPosition(entity.mergedInto() != null, entity.id());
    }

    String cursor() {
        return new Cursor(KIND, List.of(merged ? "1" : "0", id.toString())).encode();
    }

    /** @throws IllegalArgumentException when it is no cursor of an export */
    static ExportPosition of(String cursor) {
        List<String> fields = Cursor.decode(cursor).fieldsOf(KIND, 2);
        return new ExportPosition(fields.get(0).equals("1"), UUID.fromString(fields.get(1)));
    }
}
