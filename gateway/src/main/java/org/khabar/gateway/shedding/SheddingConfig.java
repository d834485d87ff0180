package org.khabar.gateway.shedding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When requests are turned away because the gateway cannot keep up. */
@ConfigMapping(prefix = "khabar.gateway.shedding")
public interface SheddingConfig {

    /** How late an event loop may run its timers; while it is later, it takes no new requests. Zero for never. */
    @WithDefault("1s")
    Duration maxLag();
}
