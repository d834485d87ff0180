package org.khabar.article.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.TextBlock;

/**
 * An event as it stands in an answer: CloudEvents 1.0 with the {@code method} attribute of HTTP Feeds.
 *
 * @param id ascending without gaps, as decimal text
 * @param subject the article's id
 * @param method {@code DELETE} for a withdrawal, else absent
 * @param data the article as of this event; absent for a withdrawal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        @Nullable String method,
        @Nullable String datacontenttype,
        @Nullable Data data) {

    /**
     * The article as of an event.
     *
     * @param outlet the outlet's code
     * @param outletCountry ISO 3166-1 alpha-2, null when it has none
     * @param publishedAt like every instant here ISO 8601 in UTC
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Data(
            String id,
            int version,
            String language,
            String headline,
            ArticleStatus status,
            ArticleKind kind,
            String outlet,
            @Nullable String outletCountry,
            @Nullable String url,
            Instant publishedAt,
            Instant updatedAt,
            List<TextBlock> blocks) {}
}
