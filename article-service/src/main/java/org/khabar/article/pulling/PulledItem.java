package org.khabar.article.pulling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.TextBlock;

/**
 * An item of a feed as an article.
 *
 * @param url where it was published; not checked yet
 * @param language BCP 47 tag; {@code und} when it was not recognised
 * @param publishedAt when the feed says it was published, null when it does not say
 */
record PulledItem(
        @Nullable String url,
        String headline,
        String language,
        @Nullable String byline,
        @Nullable Instant publishedAt,
        List<TextBlock> blocks) {

    PulledItem {
        blocks = List.copyOf(blocks);
        if (headline.isBlank() || blocks.isEmpty()) {
            throw new IllegalArgumentException("an item has a headline and a text");
        }
    }

    /**
     * What it says, for the archive.
     *
     * @param checkedUrl its URL, checked
     * @param now the time of the pull, for an item without a date
     */
    ArticleContent toContent(UUID outlet, @Nullable String checkedUrl, Instant now) {
        return new ArticleContent(
                outlet,
                checkedUrl,
                headline,
                language,
                ArticleKind.NEWS,
                byline,
                null,
                publishedAt == null ? now : publishedAt,
                publishedAt != null,
                blocks);
    }
}
