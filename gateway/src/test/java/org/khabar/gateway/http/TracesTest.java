package org.khabar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trace shows of an operation. */
@QuarkusTest
@TestProfile(TracesTest.TracesAreOn.class)
@QuarkusTestResource(TestServices.class)
class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String ASKER = "00f067aa0ba902b7";

    private final InMemorySpanExporter spans;

    TracesTest(InMemorySpanExporter spans) {
        this.spans = spans;
    }

    /** As an operator turns them on, but for where they go. */
    public static class TracesAreOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false",
                    "quarkus.otel.traces.exporter", "none",
                    "khabar.gateway.traces.trust-clients", "true",
                    "khabar.gateway.http.subgraph-timeout", "2s",
                    "khabar.gateway.circuit.enabled", "false");
        }
    }

    @BeforeEach
    void bothSubgraphsAreUp() {
        Services.mode("shop", "up");
        Services.mode("reviews", "up");
        Services.awaitReady();
        spans.reset();
    }

    private static void ask(String query, Map<String, ?> variables) {
        Services.as("reader")
                .header("X-Request-Id", "traced-1")
                .header("traceparent", "00-" + TRACE + "-" + ASKER + "-01")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql");
    }

    private Map<String, SpanData> byName() {
        await().until(() -> spans.getFinishedSpanItems().stream().anyMatch(span -> span.getKind() == SpanKind.SERVER));
        return spans.getFinishedSpanItems().stream()
                .collect(Collectors.toMap(SpanData::getName, span -> span, (one, _) -> one));
    }

    private List<SpanData> all(String name) {
        byName();
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private SpanData span(String name) {
        return Objects.requireNonNull(byName().get(name), name);
    }

    private static String text(SpanData span, String key) {
        return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(key)));
    }

    private static long number(SpanData span, String key) {
        Long value = span.getAttributes().get(AttributeKey.longKey("khabar.gateway." + key));
        return value == null ? -1 : value;
    }

    private static List<String> paths(SpanData span) {
        List<String> paths = span.getAttributes().get(AttributeKey.stringArrayKey("khabar.gateway.fetch.paths"));
        return paths == null ? List.of() : paths;
    }

    @Test
    void anOperationHasASpanAndItsStepsHaveSpansBelow() {
        ask("query Traced { products { name reviews { text } } }", Map.of());

        Map<String, SpanData> found = byName();
        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder(
                        "query", "prepare", "fetch shop", "request shop", "entities reviews", "request reviews");
        assertThat(found.values()).allMatch(span -> span.getTraceId().equals(TRACE));
        SpanData operation = span("query");
        assertThat(operation.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(operation.getParentSpanId()).isEqualTo(ASKER);
        assertThat(text(operation, "graphql.operation.type")).isEqualTo("query");
        assertThat(text(operation, "graphql.operation.name")).isEqualTo("Traced");
        assertThat(text(operation, "khabar.gateway.outcome")).isEqualTo("OK");
        assertThat(text(operation, "khabar.gateway.request.id")).isEqualTo("traced-1");
        for (String step : List.of("prepare", "fetch shop", "entities reviews")) {
            assertThat(span(step).getParentSpanId()).as(step).isEqualTo(operation.getSpanId());
        }
        SpanData roots = span("fetch shop");
        assertThat(text(roots, "khabar.gateway.subgraph")).isEqualTo("shop");
        assertThat(number(roots, "fetch.representations")).isZero();
        SpanData entities = span("entities reviews");
        assertThat(entities.getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(paths(entities)).containsExactly("products.@");
        assertThat(number(entities, "fetch.representations")).isEqualTo(2);
        assertThat(text(entities, "khabar.gateway.outcome")).isEqualTo("OK");
        SpanData request = span("request reviews");
        assertThat(request.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(request.getParentSpanId()).isEqualTo(entities.getSpanId());
        assertThat(number(request, "fetch.representations")).isEqualTo(2);
        assertThat(number(request, "fetch.retries")).isZero();
        assertThat(number(request, "fetch.answer.bytes")).isPositive();
        assertThat(text(request, "khabar.gateway.outcome")).isEqualTo("OK");
    }

    @Test
    void anOperationEndsWithTheLastPartOfItsAnswer() {
        Services.as("reader")
                .header("X-Request-Id", "traced-1")
                .header("traceparent", "00-" + TRACE + "-" + ASKER + "-01")
                .header("Accept", "multipart/mixed, application/json")
                .body(Map.of("query", "query Traced { products { name ... @defer { reviews { text } } } }"))
                .post("/graphql");

        assertThat(byName())
                .containsOnlyKeys(
                        "query", "prepare", "fetch shop", "request shop", "entities reviews", "request reviews");
        assertThat(span("query").getEndEpochNanos())
                .isGreaterThanOrEqualTo(span("entities reviews").getEndEpochNanos());
        assertThat(paths(span("entities reviews"))).containsExactly("products.@");
    }

    @Test
    void subgraphsJoinTheTraceBelowTheRequest() {
        ask("{ products { name reviews { text } } }", Map.of());

        assertThat(Services.seen("reviews"))
                .contains("00-" + TRACE + "-" + span("request reviews").getSpanId() + "-01")
                .doesNotContain(ASKER);
        assertThat(Services.seen("shop")).contains(span("request shop").getSpanId());
    }

    @Test
    void fetchesThatAreSentTogetherHaveSpansOfTheirOwnAndShareThatOfTheirRequest() {
        ask("{ products { reviews { text } } product(upc: \"u1\") { reviews { text } } }", Map.of());

        assertThat(all("entities reviews"))
                .hasSize(2)
                .allMatch(fetch -> fetch.getLinks()
                        .getFirst()
                        .getSpanContext()
                        .getSpanId()
                        .equals(span("request reviews").getSpanId()))
                .flatExtracting(TracesTest::paths)
                .containsExactlyInAnyOrder("products.@", "product");
        assertThat(all("request reviews")).hasSize(1);
        assertThat(number(span("request reviews"), "fetch.representations")).isEqualTo(3);
        assertThat(span("request reviews").getParentSpanId())
                .isEqualTo(span("query").getSpanId());
    }

    @Test
    void whatIsPreparedAlreadyIsSaidToBe() {
        for (boolean known : new boolean[] {false, true}) {
            spans.reset();
            ask("query Prepared { products { upc } }", Map.of());
            assertThat(span("prepare").getAttributes().get(AttributeKey.booleanKey("khabar.gateway.plan.found")))
                    .isEqualTo(known);
        }
    }

    @ParameterizedTest
    @CsvSource({"down, SUBGRAPH_UNAVAILABLE", "garbage, SUBGRAPH_UNAVAILABLE", "silent, TIMEOUT"})
    void aSubgraphThatFailsIsAnErrorByItsCodeAlone(String mode, String code) {
        Services.mode("reviews", mode);
        ask("{ products { name reviews { text } } }", Map.of());

        Map<String, SpanData> found = byName();
        SpanData failed = span("request reviews");
        for (SpanData span : List.of(failed, span("entities reviews"))) {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getStatus().getDescription()).isEqualTo(code);
            assertThat(text(span, "error.type")).isEqualTo(code);
        }
        assertThat(failed.getEvents()).allMatch(event -> event.getName().equals("repeated"));
        assertThat(number(failed, "fetch.retries")).isEqualTo(failed.getEvents().size());
        assertThat(span("fetch shop").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(text(span("query"), "khabar.gateway.outcome")).isEqualTo("PARTIAL");
        assertThat(found.toString()).doesNotContain("gone fishing", "not what you asked for");
    }

    @Test
    void whatIsNotRunHasTheCodeOfItsRefusal() {
        ask("query Broken { nothing }", Map.of());

        Map<String, SpanData> found = byName();
        assertThat(found).containsOnlyKeys("GraphQL Operation", "prepare");
        assertThat(found.values()).allMatch(span -> text(span, "error.type").equals("GRAPHQL_VALIDATION_FAILED"));
        assertThat(found.toString()).doesNotContain("nothing");
    }

    @Test
    void noSpanHoldsATokenAVariableOrALiteral() {
        String token = Services.token(Map.of("roles", "reader"));
        Services.as("reader")
                .header("Authorization", "Bearer " + token)
                .body(Map.of(
                        "query",
                        "query Private($u: ID!) { product(upc: $u) { name reviews { text } }"
                                + " other: product(upc: \"literal-secret\") { name } }",
                        "variables",
                        Map.of("u", "u2")))
                .post("/graphql")
                .then()
                .body("data.product.name", equalTo("سراج"));

        await().until(() -> spans.getFinishedSpanItems().size() >= 6);
        assertThat(spans.getFinishedSpanItems().toString())
                .contains("Private")
                .doesNotContain(token, "ey", "u2", "literal-secret", "سراج");
    }
}
