package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations that come over a socket are followed as well. */
@QuarkusTest
@TestProfile(LiveTracesTest.TracesAreOn.class)
class LiveTracesTest {
    private final InMemorySpanExporter spans;

    LiveTracesTest(InMemorySpanExporter spans) {
        this.spans = spans;
    }

    /** As an operator turns them on, but for where they go. */
    public static final class TracesAreOn extends LiveProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(super.getConfigOverrides());
            config.put("quarkus.otel.sdk.disabled", "false");
            config.put("quarkus.otel.traces.exporter", "none");
            return config;
        }
    }

    @BeforeEach
    void reset() {
        Steering.reset();
        spans.reset();
    }

    private List<String> awaitNames(int count) {
        await().until(() -> spans.getFinishedSpanItems().size() >= count);
        return spans.getFinishedSpanItems().stream().map(SpanData::getName).toList();
    }

    @Test
    void aQueryIsOneTrace() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", "{ __typename }");
            client.next("a", "next");
            client.next("a", "complete");
        }

        assertThat(awaitNames(2)).containsExactlyInAnyOrder("prepare", "query");
        assertThat(spans.getFinishedSpanItems().stream()
                        .map(SpanData::getTraceId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aSubscriptionAndEachOfItsEventsHaveASpan() {
        try (SocketClient client = SocketClient.ready(Steering.token())) {
            client.subscribe("a", Steering.PRICES);
            assertThat(awaitNames(2)).containsExactlyInAnyOrder("prepare", "subscription");
            Steering.awaitSubscribers(1);
            spans.reset();
            Steering.events("next", Steering.EVENT);
            client.next("a", "next");
            assertThat(awaitNames(3)).containsExactlyInAnyOrder("entities reviews", "request reviews", "subscription");
            assertThat(spans.getFinishedSpanItems())
                    .allMatch(span ->
                            "OK".equals(span.getAttributes().get(AttributeKey.stringKey("khabar.gateway.outcome"))));
        }
        Steering.awaitSubscribers(0);
    }
}
