package org.khabar.entity.mentionfeed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in an answer: CloudEvents 1.0 with the {@code method} attribute of HTTP Feeds.
 *
 * @param id ascending without gaps, as decimal text
 * @param subject the article's id
 * @param method {@code DELETE} for an article that was withdrawn, else absent
 * @param data what the article mentions now; absent for an article that was withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MentionFeedEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        @Nullable String method,
        @Nullable String datacontenttype,
        @Nullable Data data) {

    private static final String SPEC_VERSION = "1.0";
    private static final String SOURCE = "/feed/mentions";

    /**
     * What an article mentions.
     *
     * @param article its id
     * @param version the version of the article that the mentions are of
     * @param entities the most salient first; none when the article mentions nobody
     */
    record Data(String article, int version, JsonNode entities) {}

    static MentionFeedEvent changed(long id, Instant time, Data data) {
        return new MentionFeedEvent(
                SPEC_VERSION,
                Long.toString(id),
                SOURCE,
                "org.khabar.entity.mentions.changed.v1",
                data.article(),
                time,
                null,
                "application/json",
                data);
    }

    static MentionFeedEvent withdrawn(long id, Instant time, String article) {
        return new MentionFeedEvent(
                SPEC_VERSION,
                Long.toString(id),
                SOURCE,
                "org.khabar.entity.mentions.withdrawn.v1",
                article,
                time,
                "DELETE",
                null,
                null);
    }
}
