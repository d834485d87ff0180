package org.khabar.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether requests are logged one by one. */
@ConfigMapping(prefix = "khabar.gateway.access-log")
public interface AccessLogConfig {

    /** Whether each HTTP request with one answer has a line in the log. */
    @WithDefault("false")
    boolean enabled();
}
