package org.khabar.gateway.execute;

import graphql.language.Document;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.khabar.gateway.cases.TestSubgraph;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.plan.CallerRights;
import org.khabar.gateway.plan.Deferral;
import org.khabar.gateway.plan.Delivery;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

/** A gateway over the services of {@code cases/incremental-delivery}, of which some keep their answers back. */
final class HeldServices {
    private static final Path FOLDER = Path.of("src/test/resources/cases/incremental-delivery");
    private static final Supergraph SUPERGRAPH = compose();

    private final Map<String, CompletableFuture<Void>> gates = new HashMap<>();
    private final Map<String, Runnable> sending = new HashMap<>();
    private final Map<String, TestSubgraph> services = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<CompletableFuture<byte[]>> sent = new ArrayList<>();

    private static Supergraph compose() {
        List<SubgraphSdl> subgraphs = Stream.of("articles", "mentions", "people")
                .map(name -> new SubgraphSdl(name, "http://" + name + ".test", read(name + ".graphqls")))
                .toList();
        return switch (Composition.compose(subgraphs)) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service that does not answer until it is let go. */
    HeldServices hold(String subgraph) {
        gates.put(subgraph, new CompletableFuture<>());
        return this;
    }

    /** Has something done in the middle of each request to a service being sent. */
    void whenSending(String subgraph, Runnable step) {
        sending.put(subgraph, step);
    }

    void letGo(String subgraph) {
        Objects.requireNonNull(gates.remove(subgraph)).complete(null);
    }

    /** What the services were asked for, each request with the service's name before it. */
    List<String> requests() {
        return requests;
    }

    /** Whether nobody waits for a service any more. */
    boolean isIdle() {
        return sent.stream().allMatch(CompletableFuture::isDone);
    }

    AnswerParts ask(String query) {
        return ask(query, ExecutionLimits.DEFAULTS, 1_000_000);
    }

    AnswerParts ask(String query, ExecutionLimits limits, int maxBytes) {
        Planner planner = new Planner(SUPERGRAPH);
        Document document = Parser.parse(query);
        QueryPlan plan = planner.plan(
                document,
                null,
                planner.analyse(document, null, 10)
                        .factors()
                        .variant(CallerRights.NONE, Set.of(), new Delivery(true, Set.of())));
        Deferral deferral = Objects.requireNonNull(plan.deferral());
        ExecutionInput input = new ExecutionInput(Map.of(), Map.of(), Duration.ofMinutes(5), maxBytes);
        return new Executor(this::send, SUPERGRAPH.apiSchema(), limits).executeInParts(plan, deferral, input);
    }

    private CompletableFuture<byte[]> send(SubgraphRequest request) {
        String name = request.subgraph();
        requests.add(name + " " + new String(request.body(), StandardCharsets.UTF_8));
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        sent.add(answer);
        sending.getOrDefault(name, () -> {}).run();
        gates.getOrDefault(name, CompletableFuture.completedFuture(null))
                .thenRun(() -> answer.complete(service(name).answer(request.body())));
        return answer;
    }

    @SuppressWarnings("unchecked")
    private TestSubgraph service(String name) {
        return services.computeIfAbsent(
                name,
                _ -> new TestSubgraph(read(name + ".graphqls"), (Map<String, Object>) Objects.requireNonNull(
                        JsonReader.read(read(name + ".json").getBytes(StandardCharsets.UTF_8), 50))));
    }
}
