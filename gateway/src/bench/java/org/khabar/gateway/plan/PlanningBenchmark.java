package org.khabar.gateway.plan;

import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.concurrent.TimeUnit;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.Supergraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Planning one parsed operation with a warm planner and no plan cache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class PlanningBenchmark {
    /** What is planned. */
    @Param
    public Workload workload = Workload.WIDE;

    private Document document = Document.newDocument().build();
    private Planner planner = planner(Workload.WIDE);

    static Supergraph supergraph(Workload workload) {
        return switch (Composition.compose(workload.subgraphs())) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure ->
                throw new IllegalStateException(failure.errors().toString());
        };
    }

    private static Planner planner(Workload workload) {
        return new Planner(supergraph(workload));
    }

    static Document parse(String operation) {
        ParserOptions options = ParserOptions.newParserOptions()
                .maxTokens(100_000)
                .maxCharacters(10_000_000)
                .build();
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(operation)
                .parserOptions(options)
                .build());
    }

    /** Composes the schema and parses the operation. */
    @Setup(Level.Trial)
    public void prepare() {
        document = parse(workload.operation());
        planner = planner(workload);
    }

    /** Plans. */
    @Benchmark
    public QueryPlan plan() {
        return planner.plan(document, null);
    }
}
