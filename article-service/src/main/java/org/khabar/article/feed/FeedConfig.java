package org.khabar.article.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the change feed. */
@ConfigMapping(prefix = "khabar.feed")
public interface FeedConfig {

    /** The most events that one answer holds. */
    @WithDefault("100")
    int batchSize();

    /**
     * The most bytes that one answer holds, roughly: one event is sent however large it is. Well below what followers
     * take, which for entity-service is {@code khabar.entity.feed.max-answer-bytes}.
     */
    @WithDefault("8388608")
    long maxBatchBytes();

    /** The longest that a request waits for new events; a longer {@code timeout} is shortened to this. */
    @WithDefault("60s")
    Duration maxWait();

    /** How often the head is looked up while requests wait: how late an event of another replica can be seen. */
    @WithDefault("200ms")
    Duration pollInterval();

    /** How many requests may wait at a time; one more is answered at once with what there is. */
    @WithDefault("1000")
    int maxWaiting();

    /** How many events one request of a filtered feed looks through; it is told where it got to. */
    @WithDefault("10000")
    int maxScanned();
}
