package org.khabar.article.outlet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How outlets are looked up. */
@ConfigMapping(prefix = "khabar.outlet")
public interface OutletConfig {

    /** How often it is looked whether another replica, or an operator's SQL, has changed an outlet. */
    @WithDefault("500ms")
    Duration refreshAfter();

    /** The most names, languages, variants, hosts or feeds, of each, that an outlet may have. */
    @WithDefault("100")
    int maxEntries();
}
