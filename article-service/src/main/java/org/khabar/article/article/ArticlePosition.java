package org.khabar.article.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.khabar.article.paging.Cursor;

/** An article's place in lists, which are newest first: by time of publication, then by id. */
record ArticlePosition(Instant publishedAt, UUID id) {

    private static final String CURSOR_KIND = "article";

    static ArticlePosition of(ArticleNode article) {
        return new ArticlePosition(article.publishedAt(), UUID.fromString(article.id()));
    }

    static ArticlePosition of(Cursor cursor) {
        List<String> fields = cursor.fieldsOf(CURSOR_KIND, 2);
        Instant publishedAt = Instant.EPOCH.plus(Long.parseLong(fields.get(0)), ChronoUnit.MICROS);
        return new ArticlePosition(publishedAt, UUID.fromString(fields.get(1)));
    }

    String cursor() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, publishedAt);
        return new Cursor(CURSOR_KIND, List.of(Long.toString(micros), id.toString())).encode();
    }
}
