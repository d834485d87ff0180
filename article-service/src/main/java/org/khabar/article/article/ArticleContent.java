package org.khabar.article.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an article says, whoever made it: the part that a new version may change.
 *
 * @param publishedAt when its outlet published it, to the microsecond that the database keeps
 * @param publishedAtStated whether the source says so; otherwise it is the time of its first import
 * @param url where it was published, null when unknown
 */
public record ArticleContent(
        UUID outletId,
        @Nullable String url,
        String headline,
        String language,
        ArticleKind kind,
        @Nullable String byline,
        @Nullable String credit,
        Instant publishedAt,
        boolean publishedAtStated,
        List<TextBlock> blocks) {

    public ArticleContent {
        publishedAt = publishedAt.truncatedTo(ChronoUnit.MICROS);
        blocks = List.copyOf(blocks);
        if (headline.isBlank()) {
            throw new IllegalArgumentException("an article has a headline");
        }
    }

    /** The same of another outlet, at another time. */
    ArticleContent publishedBy(UUID outlet, Instant time) {
        return new ArticleContent(
                outlet, url, headline, language, kind, byline, credit, time, publishedAtStated, blocks);
    }
}
