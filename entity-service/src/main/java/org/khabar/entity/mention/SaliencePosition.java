package org.khabar.entity.mention;

import java.util.List;
import java.util.UUID;
import org.khabar.entity.paging.Cursor;

/** Where an entity stands among an article's entities. */
record SaliencePosition(double salience, UUID id) implements ConnectionPosition {

    private static final String KIND = "article-entity";

    /** @throws IllegalArgumentException when the cursor is of another connection */
    static SaliencePosition of(Cursor cursor) {
        List<String> fields = cursor.fieldsOf(KIND, 2);
        return new SaliencePosition(Double.parseDouble(fields.get(0)), UUID.fromString(fields.get(1)));
    }

    String cursor() {
        return new Cursor(KIND, List.of(Double.toString(salience), id.toString())).encode();
    }

    @Override
    public Object order() {
        return salience;
    }
}
