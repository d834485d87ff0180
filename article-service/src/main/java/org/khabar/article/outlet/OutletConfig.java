package org.khabar.article.outlet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How outlets are looked up. */
@ConfigMapping(prefix = "khabar.outlet")
public interface OutletConfig {

    /** How long the registry is kept in memory before it is read again. */
    @WithDefault("60s")
    Duration refreshAfter();
}
