package org.khabar.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.gateway.http.OperationTrace;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;

class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String DOCUMENT = "query Tide { tide }";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    private record Config(boolean document, boolean trustClients) implements TracingConfig {}

    private Tracing tracing(Sampler sampler, boolean showsDocuments) {
        return tracing(sampler, new Config(showsDocuments, false));
    }

    private Tracing tracing(Sampler sampler, TracingConfig config) {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        OpenTelemetry sdk =
                OpenTelemetrySdk.builder().setTracerProvider(provider).build();
        return new Tracing(sdk, config, false);
    }

    private static QueryPlan plan() {
        SubgraphSdl subgraph = new SubgraphSdl("tides", "http://tides.test", "type Query { tide: Int }");
        return switch (Composition.compose(List.of(subgraph))) {
            case CompositionResult.Success success ->
                new Planner(success.supergraph()).plan(Parser.parse(DOCUMENT), null);
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    private static OperationTrace begin(Tracing tracing, String traceparent) {
        return Objects.requireNonNull(tracing.begin(Map.of("traceparent", traceparent)));
    }

    private static OperationTrace begin(Tracing tracing) {
        return Objects.requireNonNull(tracing.begin(Map.of("X-Request-Id", "tide-1")));
    }

    @Test
    void nothingIsFollowedWhenTracesAreOff() {
        assertThat(new Tracing(OpenTelemetry.noop(), new Config(true, true), true).begin(Map.of()))
                .isNull();
    }

    @Test
    void theDocumentIsShownToThoseWhoWantItOnly() {
        for (boolean isWanted : new boolean[] {true, false}) {
            spans.reset();
            OperationTrace trace = begin(tracing(Sampler.alwaysOn(), isWanted));
            trace.preparing(DOCUMENT);
            trace.prepared(plan(), "Tide", false);
            trace.ended("OK");
            assertThat(spans.getFinishedSpanItems().toString().contains(DOCUMENT))
                    .isEqualTo(isWanted);
        }
    }

    @Test
    void whatIsNotSampledCostsNoFurtherSpansAndTellsSubgraphsSo() {
        OperationTrace trace = begin(tracing(Sampler.alwaysOff(), false));
        trace.preparing(DOCUMENT);
        trace.prepared(plan(), null, true);

        assertThat(trace.observer(plan())).isNull();
        assertThat(trace.headers().get("traceparent")).endsWith("-00");
        trace.ended("OK");
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"01, false, false", "01, true, true", "00, false, false", "00, true, false"})
    void aStrangersTraceIsNoReasonToKeepOne(String flags, boolean trusted, boolean kept) {
        OperationTrace trace = begin(
                tracing(Sampler.parentBased(Sampler.alwaysOff()), new Config(false, trusted)),
                "00-" + TRACE + "-00f067aa0ba902b7-" + flags);
        trace.ended("OK");

        assertThat(spans.getFinishedSpanItems()).hasSize(kept ? 1 : 0);
        assertThat(trace.headers().get("traceparent")).endsWith(kept ? "-01" : "-00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01"})
    void aTraceOfOurOwnIsLinkedToTheClientsWhateverThatSays(String flags) {
        OperationTrace trace = begin(
                tracing(Sampler.parentBased(Sampler.alwaysOn()), false), "00-" + TRACE + "-00f067aa0ba902b7-" + flags);
        trace.ended("OK");

        SpanData span = spans.getFinishedSpanItems().getFirst();
        assertThat(span.getTraceId()).isNotEqualTo(TRACE);
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getLinks())
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly(TRACE);
        assertThat(trace.headers().get("traceparent")).doesNotContain(TRACE);
    }

    @Test
    void namesOfOperationsAreBounded() {
        OperationTrace trace = begin(tracing(Sampler.alwaysOn(), false));
        trace.prepared(plan(), "N".repeat(5_000), true);
        trace.ended("OK");

        assertThat(spans.getFinishedSpanItems().toString())
                .contains("N".repeat(100))
                .doesNotContain("N".repeat(101));
    }

    @Test
    void theEndIsToldOnce() {
        OperationTrace trace = begin(tracing(Sampler.alwaysOn(), false));
        trace.ended("CANCELLED");
        trace.ended("OK");

        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        assertThat(spans.getFinishedSpanItems().getFirst().getStatus().getDescription())
                .isEqualTo("CANCELLED");
    }
}
