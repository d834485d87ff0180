package org.khabar.entity.mention;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.khabar.entity.paging.Cursor;

/** Where an article stands among an entity's articles. */
record PublicationPosition(Instant publishedAt, UUID id) implements ConnectionPosition {

    private static final String KIND = "entity-article";

    /** @throws IllegalArgumentException when the cursor is of another connection */
    static PublicationPosition of(Cursor cursor) {
        List<String> fields = cursor.fieldsOf(KIND, 2);
        try {
            return new PublicationPosition(Instant.parse(fields.get(0)), UUID.fromString(fields.get(1)));
        } catch (DateTimeException notAnInstant) {
            throw new IllegalArgumentException("cursor without an instant", notAnInstant);
        }
    }

    String cursor() {
        return new Cursor(KIND, List.of(publishedAt.toString(), id.toString())).encode();
    }

    @Override
    public Object order() {
        return publishedAt;
    }
}
