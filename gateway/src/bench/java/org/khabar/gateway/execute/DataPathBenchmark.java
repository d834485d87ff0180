package org.khabar.gateway.execute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.Document;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a subgraph's answer to the client's, for a plan of one fetch; without the network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DataPathBenchmark {
    private static final String SDL =
            """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
            enum Kind { NEWS OPINION }
            type Query { pieces: [Piece!]! }
            type Piece { id: ID! title: String! kind: Kind! words: Int! score: Float live: Boolean!
              parts: [Part!]! tags: [String!] }
            type Part { text: String! position: Int! }
            """;
    private static final String PLAIN = "{ pieces { id title kind words score live tags parts { text position } } }";
    private static final String TYPED =
            "{ pieces { id title kind words score live tags parts { text position __typename } __typename } }";
    private static final String TEXT = "قالت مصادر محلية إن الأمطار التي هطلت أمس على سفوح الجبل بلغت 30 ملم. ";

    private final ObjectMapper jackson = new ObjectMapper();

    /** How many objects the answer's list has. */
    @Param({"1", "100"})
    public int pieces;

    private byte[] answer = {};
    private Run plain = Run.NONE;
    private Run typed = Run.NONE;
    private Run tree = Run.NONE;

    @Setup
    public void prepare() {
        answer = answer(pieces).getBytes(StandardCharsets.UTF_8);
        Supergraph supergraph = compose();
        Executor executor = new Executor(
                _ -> CompletableFuture.completedFuture(answer), supergraph.apiSchema(), ExecutionLimits.DEFAULTS);
        QueryPlan passing = plan(supergraph, PLAIN);
        plain = new Run(executor, passing);
        typed = new Run(executor, plan(supergraph, TYPED));
        tree = new Run(
                executor,
                new QueryPlan(
                        passing.operation(),
                        passing.root(),
                        passing.rootLayout(),
                        passing.output(),
                        passing.introspection(),
                        passing.fetchCount(),
                        false));
    }

    /** Checked, and sent on as it lies. */
    @Benchmark
    public List<ByteBuffer> passedThrough() {
        return plain.answer();
    }

    /** Checked, and copied with the types that clients ask for everywhere. */
    @Benchmark
    public List<ByteBuffer> passedThroughWithTypes() {
        return typed.answer();
    }

    /** By the tree, as the answers of several fetches. */
    @Benchmark
    public List<ByteBuffer> tree() {
        return tree.answer();
    }

    /** What a gateway does that reads JSON into objects and writes them, without a check of any kind. */
    @Benchmark
    public byte[] jacksonReadAndWrite() throws IOException {
        JsonNode read = jackson.readTree(answer);
        return jackson.writeValueAsBytes(read);
    }

    private static QueryPlan plan(Supergraph supergraph, String query) {
        Document document = Parser.parse(query);
        QueryPlan plan = new Planner(supergraph).plan(document, null);
        if (!plan.passesThrough()) {
            throw new IllegalStateException("Not passed through: " + query);
        }
        return plan;
    }

    private static Supergraph compose() {
        return switch (Composition.compose(List.of(new SubgraphSdl("news", null, SDL)))) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure -> throw new IllegalStateException(failure.errors().toString());
        };
    }

    private static String answer(int pieces) {
        StringBuilder json = new StringBuilder("{\"data\":{\"pieces\":[");
        for (int i = 0; i < pieces; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"019b3c5e-7a20-7000-8000-00000000%04d\"".formatted(i))
                    .append(",\"title\":\"أمطار غزيرة على الساحل\",\"kind\":\"NEWS\",\"words\":%d".formatted(i))
                    .append(",\"score\":0.75,\"live\":true,\"tags\":[\"طقس\",\"weather\"],\"parts\":[");
            for (int part = 0; part < 5; part++) {
                json.append(part == 0 ? "" : ",")
                        .append("{\"text\":\"%s\",\"position\":%d}".formatted(TEXT.repeat(3), part));
            }
            json.append("]}");
        }
        return json.append("]}}").toString();
    }

    /** A plan and what runs it. */
    private record Run(Executor executor, QueryPlan plan) {
        private static final ExecutionInput INPUT = new ExecutionInput(Map.of(), Map.of(), Duration.ofSeconds(5));

        @SuppressWarnings("NullAway") // Until it is set up there is none, as JMH has it.
        private static final Run NONE = new Run(null, null);

        List<ByteBuffer> answer() {
            return Objects.requireNonNull(executor.execute(plan, INPUT).join()).toParts(Map.of());
        }
    }
}
