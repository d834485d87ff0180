package org.khabar.gateway.connection;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From which peers Quarkus takes it that they speak for others. */
@Singleton
class ProxySettings {
    private final boolean isForwarding;
    private final List<String> trusted;

    @Inject
    ProxySettings(
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean forwarding,
            @ConfigProperty(name = "quarkus.http.proxy.use-proxy-protocol", defaultValue = "false") boolean protocol,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
        this(forwarding || protocol, trusted.orElse(List.of()));
    }

    ProxySettings(boolean isForwarding, List<String> trusted) {
        this.isForwarding = isForwarding;
        this.trusted = List.copyOf(trusted);
    }

    /** Whether it does so at all. */
    boolean isForwarding() {
        return isForwarding;
    }

    /** Those that it does so from, as they are configured; empty for all. */
    List<String> trusted() {
        return trusted;
    }
}
