package org.khabar.entity.mentionfeed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the mention feed. */
@ConfigMapping(prefix = "khabar.mention-feed")
public interface MentionFeedConfig {

    /** The most events that one answer holds. */
    @WithDefault("500")
    int batchSize();

    /** The most entities that one answer holds; one event is sent however many it has. */
    @WithDefault("5000")
    int maxBatchEntities();

    /** The longest that a request waits for new events; a longer {@code timeout} is shortened to this. */
    @WithDefault("60s")
    Duration maxWait();

    /** How often the head is looked up while requests wait: how late an event of another replica can be seen. */
    @WithDefault("200ms")
    Duration pollInterval();

    /** How many requests may wait at a time; one more is answered at once with what there is. */
    @WithDefault("1000")
    int maxWaiting();
}
