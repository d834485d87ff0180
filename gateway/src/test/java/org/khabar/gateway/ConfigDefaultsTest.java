package org.khabar.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.connection.ConnectionConfig;
import org.khabar.gateway.live.LiveConfig;

/** The defaults that the README names, of how many connections there may be and for how long. */
class ConfigDefaultsTest {

    private static <T> T defaults(Class<T> mapping) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(mapping);
    }

    @Test
    void connections() throws IOException {
        ConnectionConfig config = defaults(ConnectionConfig.class);
        assertThat(config.maxPerAddress()).isEqualTo(1000);
        assertThat(config.exempt()).hasValue(List.of("127.0.0.0/8", "::1"));

        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        assertThat(properties).containsEntry("quarkus.http.limits.max-connections", "10000");
    }

    @Test
    void nobodyNeedBeExempt() {
        ConnectionConfig config = new SmallRyeConfigBuilder()
                .withMapping(ConnectionConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("khabar.gateway.connections.exempt", ""), "test", 500))
                .build()
                .getConfigMapping(ConnectionConfig.class);
        assertThat(config.exempt()).isEmpty();
    }

    @Test
    void connectionsThatStayOpen() {
        LiveConfig config = defaults(LiveConfig.class);
        assertThat(config.initTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.pingInterval()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.pongTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.reservationTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.maxConnections()).isEqualTo(5000);
        assertThat(config.maxConnectionsPerClient()).isEqualTo(250);
        assertThat(config.maxUnnamedConnections()).isEqualTo(500);
        assertThat(config.maxUnnamedConnectionsPerAddress()).isEqualTo(50);
        assertThat(config.maxInitBytes()).isEqualTo(16_384);
        assertThat(config.maxPongBytes()).isEqualTo(1024);
        assertThat(config.unreadTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.maxOperationsPerConnection()).isEqualTo(50);
        assertThat(config.maxSubscriptionsPerClient()).isEqualTo(200);
        assertThat(config.maxSubscriptions()).isEqualTo(5000);
        assertThat(config.maxWaitingEvents()).isEqualTo(100);
        assertThat(config.maxEventBytes()).isEqualTo(1_048_576);
        assertThat(config.maxSubscriptionAge()).isEqualTo(Duration.ofHours(24));
        assertThat(config.schemaChangeWindow()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.openTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.firstReconnect()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.longestReconnect()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.reconnectFor()).isEqualTo(Duration.ofSeconds(60));
    }
}
