package org.khabar.article.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.khabar.article.paging.Cursor;

/**
 * An article's place among results: by level, then newest first, then by id. By date all have one level. It is a place of
 * its own, not a count, so what is published while somebody turns pages moves nothing.
 */
record SearchPosition(ArticleSearchSort sort, Level level, Instant publishedAt, UUID articleId) {

    private static final String CURSOR_KIND = "search";
    private static final int FIELDS = 4;

    /** @throws IllegalArgumentException when the cursor is none of a search in this order */
    static SearchPosition of(Cursor cursor, ArticleSearchSort sort) {
        List<String> fields = cursor.fieldsOf(CURSOR_KIND, FIELDS);
        if (ArticleSearchSort.valueOf(fields.get(0)) != sort) {
            throw new IllegalArgumentException("cursor of another order");
        }
        Instant publishedAt = Instant.EPOCH.plus(Long.parseLong(fields.get(2)), ChronoUnit.MICROS);
        return new SearchPosition(sort, Level.valueOf(fields.get(1)), publishedAt, UUID.fromString(fields.get(3)));
    }

    String cursor() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, publishedAt);
        return new Cursor(CURSOR_KIND, List.of(sort.name(), level.name(), Long.toString(micros), articleId.toString()))
                .encode();
    }
}
