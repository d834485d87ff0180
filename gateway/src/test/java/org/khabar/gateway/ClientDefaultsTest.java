package org.khabar.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.live.LiveConfig;
import org.khabar.gateway.memory.MemoryConfig;
import org.khabar.gateway.quota.QuotaConfig;

/** The defaults of what one client may take, as the README names them. */
class ClientDefaultsTest {

    @Test
    void memory() {
        MemoryConfig config = defaults(MemoryConfig.class);
        assertThat(config.budget()).isEmpty();
        assertThat(config.percentPerClient()).isEqualTo(25);
    }

    @Test
    void quotas() {
        QuotaConfig config = defaults(QuotaConfig.class);
        assertThat(config.requests()).isEqualTo(6000);
        assertThat(config.period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.concurrentPerClient()).isEqualTo(200);
        assertThat(config.concurrent()).isEqualTo(2000);
        assertThat(config.maxClients()).isEqualTo(100_000);
    }

    @Test
    void live() {
        LiveConfig config = defaults(LiveConfig.class);
        assertThat(config.initTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.pingInterval()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.pongTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.maxConnections()).isEqualTo(5000);
        assertThat(config.maxConnectionsPerClient()).isEqualTo(250);
        assertThat(config.maxUnnamedConnections()).isEqualTo(500);
        assertThat(config.maxInitBytes()).isEqualTo(16_384);
        assertThat(config.maxPongBytes()).isEqualTo(1024);
        assertThat(config.maxFreeMessages()).isEqualTo(10);
        assertThat(config.unreadTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.maxOperationsPerConnection()).isEqualTo(50);
        assertThat(config.maxSubscriptionsPerClient()).isEqualTo(200);
        assertThat(config.maxSubscriptions()).isEqualTo(5000);
        assertThat(config.maxWaitingEvents()).isEqualTo(100);
        assertThat(config.maxEventBytes()).isEqualTo(1 << 20);
    }

    private static <T> T defaults(Class<T> mapping) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
