package org.khabar.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.cases.TestSubgraph;
import org.khabar.gateway.execute.ExecutionInput;
import org.khabar.gateway.execute.ExecutionLimits;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.execute.Executor;
import org.khabar.gateway.execute.SubgraphClient;
import org.khabar.gateway.http.OperationTrace;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

/** The spans of a plan's fetches and of their requests, over the services in {@code batches}. */
class PlanSpansTest {
    private static final Supergraph SUPERGRAPH = compose();
    private static final int MANY = 100;

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Tracing tracing = new Tracing(
            OpenTelemetrySdk.builder()
                    .setTracerProvider(SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                            .build())
                    .build(),
            new Config(false, false),
            false);
    private final TestSubgraph lists = subgraph("lists");
    private final TestSubgraph texts = subgraph("texts");
    private final SubgraphClient services = request -> CompletableFuture.completedFuture(
            (request.subgraph().equals("lists") ? lists : texts).answer(request.body()));

    private record Config(boolean document, boolean trustClients) implements TracingConfig {}

    private static Supergraph compose() {
        List<SubgraphSdl> subgraphs = List.of(
                new SubgraphSdl("lists", "http://lists.test", file("lists.graphqls")),
                new SubgraphSdl("texts", "http://texts.test", file("texts.graphqls")));
        return switch (Composition.compose(subgraphs)) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/batches/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static TestSubgraph subgraph(String name) {
        byte[] data = file(name + ".json").getBytes(StandardCharsets.UTF_8);
        return new TestSubgraph(
                file(name + ".graphqls"), (Map<String, Object>) Objects.requireNonNull(JsonReader.read(data, 20)));
    }

    private CompletableFuture<ExecutionResult> start(
            String query, SubgraphClient client, int together, Map<String, Object> variables) {
        QueryPlan plan = new Planner(SUPERGRAPH).plan(Parser.parse(query), null);
        OperationTrace trace = Objects.requireNonNull(tracing.begin(Map.of()));
        trace.prepared(plan, null, true);
        ExecutionLimits limits = new ExecutionLimits(200, MANY, MANY, MANY, together, MANY, 10_000_000, 1 << 26);
        ExecutionInput input = new ExecutionInput(
                Map.copyOf(variables),
                trace.headers(),
                Duration.ofMinutes(5),
                1_000_000,
                trace.observer(plan),
                MemoryShare.unlimited());
        CompletableFuture<ExecutionResult> answer =
                new Executor(client, SUPERGRAPH.apiSchema(), limits).execute(plan, input);
        answer.whenComplete((_, _) -> trace.ended("OK"));
        return answer;
    }

    private void run(String query, SubgraphClient client) {
        start(query, client, MANY, Map.of()).join();
    }

    private List<SpanData> spans(String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private SpanData only(String name) {
        assertThat(spans(name)).as(name).hasSize(1);
        return spans(name).getFirst();
    }

    /** The span of the fetch for what is below a list. */
    private SpanData texts(String list) {
        return spans("entities texts").stream()
                .filter(span -> List.of(list + ".@")
                        .equals(span.getAttributes().get(AttributeKey.stringArrayKey("khabar.gateway.fetch.paths"))))
                .findFirst()
                .orElseThrow();
    }

    private static String text(SpanData span, String key) {
        return String.valueOf(span.getAttributes().get(AttributeKey.stringKey("khabar.gateway." + key)));
    }

    private static Long number(SpanData span, String key) {
        return Objects.requireNonNull(span.getAttributes().get(AttributeKey.longKey("khabar.gateway.fetch." + key)));
    }

    private static List<String> links(SpanData span) {
        return span.getLinks().stream()
                .map(LinkData::getSpanContext)
                .map(context -> context.getSpanId())
                .toList();
    }

    private static List<String> ids(List<SpanData> spans) {
        return spans.stream().map(SpanData::getSpanId).toList();
    }

    @Test
    void eachFetchOfThePlanHasOneSpanAndTheirSharedRequestIsLinkedFromEach() {
        run("{ news { text } sport { text } }", services);

        assertThat(exporter.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder(
                        "query", "fetch lists", "request lists", "entities texts", "entities texts", "request texts");
        SpanData operation = only("query");
        SpanData request = only("request texts");
        assertThat(request.getParentSpanId()).isEqualTo(operation.getSpanId());
        assertThat(request.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(number(request, "nodes")).isEqualTo(2);
        for (String list : List.of("news", "sport")) {
            SpanData fetch = texts(list);
            assertThat(fetch.getParentSpanId()).as(list).isEqualTo(operation.getSpanId());
            assertThat(fetch.getKind()).isEqualTo(SpanKind.INTERNAL);
            assertThat(links(fetch)).containsExactly(request.getSpanId());
            assertThat(text(fetch, "fetch.sent")).isEqualTo("together");
            assertThat(text(fetch, "fetch.kind")).isEqualTo("entities");
            assertThat(text(fetch, "subgraph")).isEqualTo("texts");
            assertThat(number(fetch, "representations")).isEqualTo(2);
        }
    }

    @Test
    void aFetchThatIsSentAloneHasItsRequestBelow() {
        run("{ news { text } }", services);

        for (String[] pair : new String[][] {{"fetch lists", "request lists"}, {"entities texts", "request texts"}}) {
            SpanData fetch = only(pair[0]);
            assertThat(only(pair[1]).getParentSpanId()).as(pair[1]).isEqualTo(fetch.getSpanId());
            assertThat(fetch.getLinks()).isEmpty();
            assertThat(text(fetch, "fetch.sent")).isEqualTo("alone");
            assertThat(text(fetch, "outcome")).isEqualTo("OK");
        }
    }

    @Test
    void fetchesThatAreNotSentTogetherAfterAllHaveTheirOwnRequests() {
        start("{ news { text } sport { text } }", services, 1, Map.of()).join();

        assertThat(spans("request texts"))
                .extracting(SpanData::getParentSpanId)
                .containsExactlyInAnyOrder(
                        texts("news").getSpanId(), texts("sport").getSpanId());
    }

    @Test
    void whatIsAskedForAgainBelongsToTheSameFetch() {
        run("{ news { text } sport { text } culture { text } }", services);

        List<SpanData> requests = spans("request texts");
        assertThat(requests).extracting(span -> number(span, "turn")).containsExactly(0L, 1L);
        assertThat(links(texts("news"))).containsExactlyElementsOf(ids(requests));
        assertThat(links(texts("sport"))).containsExactlyElementsOf(ids(requests));
        assertThat(links(texts("culture"))).containsExactly(requests.getFirst().getSpanId());
        assertThat(number(texts("news"), "representations")).isEqualTo(2);
    }

    @Test
    void eachFetchSaysHowItEndedForItself() {
        run("{ news { text } sport { text } culture { text } }", services);

        assertThat(text(texts("news"), "outcome")).isEqualTo("OK");
        assertThat(text(texts("sport"), "outcome")).isEqualTo("PARTIAL");
        assertThat(text(texts("culture"), "outcome")).isEqualTo("PARTIAL");
        assertThat(text(only("fetch lists"), "outcome")).isEqualTo("OK");
    }

    @Test
    void aFetchThatThereIsNothingForSaysSoAndSendsNothing() {
        run(
                "{ news { text } }",
                _ -> CompletableFuture.completedFuture("{\"data\":{\"news\":[]}}".getBytes(StandardCharsets.UTF_8)));

        assertThat(text(only("entities texts"), "fetch.sent")).isEqualTo("skipped");
        assertThat(spans("request texts")).isEmpty();
    }

    @Test
    void objectsThatAreOneEntityAreTold() {
        run(
                "{ news { text } }",
                request -> request.subgraph().equals("texts")
                        ? services.send(request)
                        : CompletableFuture.completedFuture(
                                "{\"data\":{\"news\":[{\"__typename\":\"Item\",\"id\":\"1\"},{\"__typename\":\"Item\",\"id\":\"1\"}]}}"
                                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(number(only("entities texts"), "representations")).isEqualTo(1);
        assertThat(number(only("entities texts"), "objects")).isEqualTo(2);
    }

    @Test
    void aFetchThatAConditionLeavesOutHasNone() {
        String query = "query ($full: Boolean!) { news { id text @include(if: $full) } }";
        start(query, services, MANY, Map.of("full", false)).join();

        assertThat(spans("entities texts")).isEmpty();
    }

    @Test
    void whatIsGivenUpEndsWithTheOperation() {
        CompletableFuture<byte[]> never = new CompletableFuture<>();
        CompletableFuture<ExecutionResult> answer = start(
                "{ news { text } }",
                request -> request.subgraph().equals("lists") ? services.send(request) : never,
                MANY,
                Map.of());
        answer.cancel(true);

        assertThat(never).isCancelled();
        assertThat(text(only("entities texts"), "outcome")).isEqualTo("CANCELLED");
        assertThat(text(only("request texts"), "outcome")).isEqualTo("CANCELLED");
    }
}
