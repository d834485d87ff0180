package org.khabar.article.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.paging.Cursor;

/** An article's place in its story, earliest first: by time of publication, then by id. */
record StoryPosition(Instant publishedAt, UUID id) {

    /** Before all articles. */
    static final StoryPosition START = new StoryPosition(Instant.parse("-4000-01-01T00:00:00Z"), new UUID(0, 0));

    private static final String CURSOR_KIND = "story";

    static StoryPosition of(ArticleNode article) {
        return new StoryPosition(article.publishedAt(), UUID.fromString(article.id()));
    }

    static StoryPosition of(Cursor cursor) {
        List<String> fields = cursor.fieldsOf(CURSOR_KIND, 2);
        Instant publishedAt = Instant.EPOCH.plus(Long.parseLong(fields.get(0)), ChronoUnit.MICROS);
        return new StoryPosition(publishedAt, UUID.fromString(fields.get(1)));
    }

    String cursor() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, publishedAt);
        return new Cursor(CURSOR_KIND, List.of(Long.toString(micros), id.toString())).encode();
    }
}
