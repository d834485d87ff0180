package org.khabar.article.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different in an article: what is null stays.
 *
 * @param byline empty for none
 * @param credit empty for none
 */
public record ArticleEdit(
        @Nullable UUID outletId,
        @Nullable String url,
        @Nullable String headline,
        @Nullable String language,
        @Nullable ArticleKind kind,
        @Nullable String byline,
        @Nullable String credit,
        @Nullable Instant publishedAt,
        @Nullable List<TextBlock> blocks,
        @Nullable List<ArticleMedia> media,
        @Nullable List<String> subjects) {

    /** Nothing. */
    public static final ArticleEdit NONE =
            new ArticleEdit(null, null, null, null, null, null, null, null, null, null, null);

    ArticleContent applyTo(ArticleContent content) {
        return new ArticleContent(
                or(outletId, content.outletId()),
                url == null ? content.url() : url,
                or(headline, content.headline()),
                or(language, content.language()),
                or(kind, content.kind()),
                orEmptied(byline, content.byline()),
                orEmptied(credit, content.credit()),
                or(publishedAt, content.publishedAt()),
                publishedAt != null || content.publishedAtStated(),
                or(blocks, content.blocks()),
                media == null ? content.media() : media,
                subjects == null ? content.subjects() : subjects);
    }

    private static <T> T or(@Nullable T wanted, T present) {
        return wanted == null ? present : wanted;
    }

    private static @Nullable String orEmptied(@Nullable String wanted, @Nullable String present) {
        if (wanted == null) {
            return present;
        }
        return wanted.isEmpty() ? null : wanted;
    }
}
