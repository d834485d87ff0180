package org.khabar.article.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of subscriptions. */
@ConfigMapping(prefix = "khabar.live")
public interface LiveConfig {

    /** Subscriptions that one replica may have. */
    @WithDefault("5000")
    int maxSubscriptions();

    /** Events that may wait for a subscriber to take them; one more ends the subscription. */
    @WithDefault("100")
    int maxWaitingEvents();

    /** Pause after the feed could not be read. */
    @WithDefault("1s")
    Duration retryInterval();
}
