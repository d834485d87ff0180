package org.khabar.entity.mention;

import java.util.List;
import java.util.UUID;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.paging.Cursor;

/**
 * What clients name a mention by: where it is and whom it is of, so that nobody decides about another one than they have seen.
 *
 * @param entity the entity that it is of, or one that was merged into that
 */
public record MentionId(MentionPlace place, UUID entity) {

    private static final String KIND = "mention";

    /** The text that clients see. */
    String encode() {
        return new Cursor(
                        KIND,
                        List.of(
                                place.article().toString(),
                                Integer.toString(place.block()),
                                Integer.toString(place.start()),
                                entity.toString()))
                .encode();
    }

    /** @throws RequestFailure when no mention can have this id */
    public static MentionId of(String text) {
        try {
            List<String> fields = Cursor.decode(text).fieldsOf(KIND, 4);
            return new MentionId(
                    new MentionPlace(
                            UUID.fromString(fields.get(0)),
                            Integer.parseInt(fields.get(1)),
                            Integer.parseInt(fields.get(2))),
                    UUID.fromString(fields.get(3)));
        } catch (IllegalArgumentException notAnId) {
            throw RequestFailure.notFound("id is no id of a mention.");
        }
    }
}
