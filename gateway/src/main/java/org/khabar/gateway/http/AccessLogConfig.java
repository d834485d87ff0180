package org.khabar.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether requests are logged one by one. */
@ConfigMapping(prefix = "khabar.gateway.access-log")
public interface AccessLogConfig {

    /** Whether requests, operations on connections that stay open, and the ends of WebSockets have lines in the log. */
    @WithDefault("false")
    boolean enabled();
}
