package org.khabar.article.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.TextBlock;

/**
 * An event as it stands in an answer: CloudEvents 1.0 with the {@code method} attribute of HTTP Feeds.
 *
 * @param id ascending without gaps, as decimal text
 * @param subject the article's id; absent, like the time, for a position
 * @param method {@code DELETE} for a withdrawal, else absent
 * @param reason why the article was withdrawn, an extension attribute; absent for other events and for those from before
 *     the withdrawal, which are {@code DELETE} as well from then on
 * @param data the article as of this event; absent for a withdrawal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedEvent(
        String specversion,
        String id,
        String source,
        String type,
        @Nullable String subject,
        @Nullable Instant time,
        @Nullable String method,
        @Nullable String reason,
        @Nullable String datacontenttype,
        @Nullable Data data) {

    static final String SPEC_VERSION = "1.0";
    static final String SOURCE = "/feed/articles";

    /** An event that says nothing but how far a filtered feed was read. */
    static FeedEvent position(long id) {
        return new FeedEvent(
                SPEC_VERSION,
                Long.toString(id),
                SOURCE,
                "org.khabar.feed.position.v1",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same event for a follower whose filter the article no longer meets. */
    FeedEvent unselected() {
        return method != null
                ? this
                : new FeedEvent(
                        specversion,
                        id,
                        source,
                        "org.khabar.article.unselected.v1",
                        subject,
                        time,
                        "DELETE",
                        null,
                        null,
                        null);
    }

    /**
     * The article as of an event.
     *
     * @param outlet the outlet's code
     * @param outletCountry ISO 3166-1 alpha-2, null when it has none
     * @param publishedAt like every instant here ISO 8601 in UTC
     * @param correctionNote what readers are told that this event puts right, null when it is no correction
     * @param subjects codes of media topics
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
            @Nullable String byline,
            @Nullable String credit,
            @Nullable String correctionNote,
            List<String> subjects,
            List<ArticleMedia> media,
            List<TextBlock> blocks) {}
}
