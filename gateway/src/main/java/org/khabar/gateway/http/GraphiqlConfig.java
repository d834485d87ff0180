package org.khabar.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The page to try queries on. */
@ConfigMapping(prefix = "khabar.gateway.graphiql")
public interface GraphiqlConfig {

    /** Whether {@code /graphiql} is served. The page is public; what it asks is not. */
    @WithDefault("false")
    boolean enabled();
}
