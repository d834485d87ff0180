package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.live.Connections.Room;

class ConnectionsTest {
    private final Connections connections = new Connections(new SmallRyeConfigBuilder()
            .withMapping(LiveConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "khabar.gateway.live.max-unnamed-connections", "6",
                            "khabar.gateway.live.max-unnamed-connections-per-address", "2"),
                    "test",
                    500))
            .build()
            .getConfigMapping(LiveConfig.class));
    private final List<Connection> opened = new ArrayList<>();

    private Room open(String address) {
        Connection connection = new Connection() {
            @Override
            public void leave() {}
        };
        opened.add(connection);
        return connections.addUnnamed(connection, address);
    }

    @Test
    void oneAddressDoesNotTakeThePlacesOfAllWhoAreAboutToSayWhoTheyAre() {
        assertThat(open("address:a")).isEqualTo(Room.TAKEN);
        assertThat(open("address:a")).isEqualTo(Room.TAKEN);
        for (int i = 0; i < 10; i++) {
            assertThat(open("address:a")).isEqualTo(Room.CLIENT_FULL);
        }

        assertThat(open("address:b")).isEqualTo(Room.TAKEN);
        assertThat(connections.size()).isEqualTo(3);
    }

    @Test
    void whoIsNamedOrLeavesMakesRoomForOthersOfTheAddress() {
        open("address:a");
        open("address:a");
        assertThat(connections.name(opened.get(0), "account:one")).isTrue();
        assertThat(open("address:a")).isEqualTo(Room.TAKEN);
        assertThat(open("address:a")).isEqualTo(Room.CLIENT_FULL);

        connections.remove(opened.get(1));
        connections.remove(opened.get(1));
        connections.remove(opened.get(0));
        assertThat(open("address:a")).isEqualTo(Room.TAKEN);
        assertThat(open("address:a")).isEqualTo(Room.CLIENT_FULL);
    }

    @Test
    void aStrangerWhoIsAcknowledgedCountsAsNamedToo() {
        open("address:a");
        open("address:a");
        assertThat(connections.name(opened.get(0), "address:a")).isTrue();

        assertThat(open("address:a")).isEqualTo(Room.TAKEN);
    }
}
