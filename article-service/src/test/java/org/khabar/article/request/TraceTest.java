package org.khabar.article.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** With traces on, a request joins the trace that it comes with. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String ASKER = "00f067aa0ba902b7";

    private final InMemorySpanExporter spans;

    TraceTest(InMemorySpanExporter spans) {
        this.spans = spans;
    }

    /** Keeps the spans. */
    static final class Collector {
        @Produces
        @Singleton
        static InMemorySpanExporter spans() {
            return InMemorySpanExporter.create();
        }

        @Produces
        @Singleton
        static SpanProcessor processor(InMemorySpanExporter spans) {
            return SimpleSpanProcessor.create(spans);
        }
    }

    @Test
    void aRequestIsOneSpanBelowTheOneThatAsks() {
        String token = Tokens.reader();
        Service.as(token)
                .header("traceparent", "00-" + TRACE + "-" + ASKER + "-01")
                .contentType("application/json")
                .body(Map.of("query", "{ outlets { code } }"))
                .post("/graphql");

        await().until(() -> !joined().isEmpty());
        assertThat(joined()).singleElement().satisfies(span -> {
            assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
            assertThat(span.getParentSpanId()).isEqualTo(ASKER);
            assertThat(span.toString()).doesNotContain(token);
        });
    }

    private List<SpanData> joined() {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(TRACE))
                .toList();
    }
}
