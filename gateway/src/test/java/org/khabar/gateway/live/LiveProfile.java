package org.khabar.gateway.live;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The gateway in front of {@link LiveServices} alone, with bounds that tests can cross. */
public class LiveProfile implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(LiveServices.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("khabar.gateway.live.init-timeout", "1s"),
                Map.entry("khabar.gateway.live.ping-interval", "1s"),
                Map.entry("khabar.gateway.live.pong-timeout", "500ms"),
                Map.entry("khabar.gateway.live.reservation-timeout", "1s"),
                Map.entry("khabar.gateway.live.max-connections", "15"),
                Map.entry("khabar.gateway.live.max-operations-per-connection", "4"),
                Map.entry("khabar.gateway.live.max-subscriptions-per-client", "6"),
                Map.entry("khabar.gateway.live.max-subscriptions", "9"),
                Map.entry("khabar.gateway.live.max-waiting-events", "20"),
                Map.entry("khabar.gateway.live.max-event-bytes", "20000"),
                Map.entry("khabar.gateway.live.open-timeout", "1s"),
                Map.entry("khabar.gateway.live.first-reconnect", "20ms"),
                Map.entry("khabar.gateway.live.longest-reconnect", "200ms"),
                Map.entry("khabar.gateway.live.reconnect-for", "2s"));
    }
}
