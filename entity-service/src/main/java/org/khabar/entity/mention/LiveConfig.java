package org.khabar.entity.mention;

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

    /** How often mentions of other replicas are looked for while there are subscribers. */
    @WithDefault("200ms")
    Duration pollInterval();

    /** Events that are read at once. */
    @WithDefault("500")
    int batchSize();

    /** Events that are kept for replicas that are behind. */
    @WithDefault("100000")
    int keptEvents();
}
