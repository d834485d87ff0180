package org.khabar.gateway.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How many connections clients may have open. In all it is {@code quarkus.http.limits.max-connections}. */
@ConfigMapping(prefix = "khabar.gateway.connections")
public interface ConnectionConfig {

    /** From one address, of IPv6 from its first 64 bits; 0 for any number. */
    @WithDefault("1000")
    int maxPerAddress();

    /**
     * Addresses and networks ({@code 10.0.0.0/8}) from which there may be any number, such as those of proxies and load
     * balancers. Peers that Quarkus takes forwarded addresses from are exempt as well.
     */
    @WithDefault("127.0.0.0/8,::1")
    Optional<List<String>> exempt();
}
