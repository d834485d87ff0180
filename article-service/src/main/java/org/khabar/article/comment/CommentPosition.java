package org.khabar.article.comment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.khabar.article.paging.Cursor;

/** A comment's place among others, oldest first: by time, then by id. */
record CommentPosition(Instant createdAt, UUID id) {

    /** Before all comments. */
    static final CommentPosition START = new CommentPosition(Instant.EPOCH, new UUID(0, 0));

    private static final String CURSOR_KIND = "comment";

    static CommentPosition of(CommentNode comment) {
        return new CommentPosition(comment.createdAt(), UUID.fromString(comment.id()));
    }

    static CommentPosition of(Cursor cursor) {
        List<String> fields = cursor.fieldsOf(CURSOR_KIND, 2);
        Instant createdAt = Instant.EPOCH.plus(Long.parseLong(fields.get(0)), ChronoUnit.MICROS);
        return new CommentPosition(createdAt, UUID.fromString(fields.get(1)));
    }

    String cursor() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt);
        return new Cursor(CURSOR_KIND, List.of(Long.toString(micros), id.toString())).encode();
    }
}
