package org.khabar.gateway.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much each client may ask for. A client is an account, or an address where nobody is logged in. */
@ConfigMapping(prefix = "khabar.gateway.quotas")
public interface QuotaConfig {

    /** Requests of one client in {@link #period}; that many may come at once, and they come back evenly. */
    @WithDefault("6000")
    int requests();

    /** The time in which a client's {@link #requests} come back. */
    @WithDefault("60s")
    Duration period();

    /** Requests of one client that may be under way at once. */
    @WithDefault("200")
    int concurrentPerClient();

    /** Requests that may be under way at once, whoever asks; others are asked to come back. */
    @WithDefault("2000")
    int concurrent();

    /** Clients that are remembered beside those that have something under way; of more, those seen last. */
    @WithDefault("100000")
    int maxClients();
}
