package org.khabar.gateway.execute;

import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.memory.MemoryBudget;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

/** A gateway over the services in {@code bounds/people}, which answer whatever a test makes of them. */
final class People {
    private static final Supergraph SUPERGRAPH = compose();

    private static final String ERROR = "!";

    private final Map<String, UnaryOperator<String>> answers = new HashMap<>();
    private final Map<String, SubgraphClient> clients = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private ExecutionLimits limits = ExecutionLimits.DEFAULTS;
    private int maxBytes = 1_000_000;
    private MemoryBudget memory = MemoryBudget.unlimited();

    private static Supergraph compose() {
        List<SubgraphSdl> subgraphs = Stream.of("people", "friends", "mates", "texts", "cards", "badges")
                .map(name -> new SubgraphSdl(name, "http://" + name + ".test", read(name)))
                .toList();
        return switch (Composition.compose(subgraphs)) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    private static String read(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/bounds/people/" + name + ".graphqls"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service answers every request with the same text. */
    People answering(String subgraph, String answer) {
        answers.put(subgraph, _ -> answer);
        return this;
    }

    /** A service answers with an entity for each that it is asked for, made from its id: JSON, or an error. */
    People entities(String subgraph, UnaryOperator<String> entity) {
        answers.put(subgraph, body -> answerFor(body, entity));
        return this;
    }

    /** A service is asked in a way of its own. */
    People asked(String subgraph, SubgraphClient client) {
        clients.put(subgraph, client);
        return this;
    }

    People within(ExecutionLimits bounds) {
        limits = bounds;
        return this;
    }

    People within(MemoryBudget budget) {
        memory = budget;
        return this;
    }

    People within(int bytes) {
        maxBytes = bytes;
        return this;
    }

    /** The same text many times, with commas in between. */
    static String many(int count, String text) {
        return String.join(",", Collections.nCopies(count, text));
    }

    /** Instead of an entity: none, for a reason. */
    static String error(String message) {
        return ERROR + message;
    }

    static String person(Object id) {
        return "{\"id\":\"" + id + "\"}";
    }

    private static String answerFor(String body, UnaryOperator<String> entity) {
        Map<?, ?> request =
                (Map<?, ?>) Objects.requireNonNull(JsonReader.read(body.getBytes(StandardCharsets.UTF_8), 10));
        Map<?, ?> variables = (Map<?, ?>) Objects.requireNonNull(request.get("variables"));
        List<String> errors = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        variables.forEach((name, value) -> {
            if (name.toString().startsWith("representations")) {
                String alias = name.toString().substring("representations".length());
                fields.add(field(alias.isEmpty() ? "_entities" : alias, (List<?>) value, entity, errors));
            }
        });
        return "{\"errors\":[" + String.join(",", errors) + "],\"data\":{" + String.join(",", fields) + "}}";
    }

    private static String field(
            String name, List<?> representations, UnaryOperator<String> entity, List<String> errors) {
        List<String> entities = new ArrayList<>();
        for (Object representation : representations) {
            String made = entity.apply(String.valueOf(((Map<?, ?>) representation).get("id")));
            if (made.startsWith(ERROR)) {
                String path = "[\"" + name + "\"," + entities.size() + "]";
                errors.add("{\"message\":\"" + made.substring(1) + "\",\"path\":" + path + "}");
            }
            entities.add(made.startsWith(ERROR) ? "null" : made);
        }
        return "\"" + name + "\":[" + String.join(",", entities) + "]";
    }

    /** What clients get. */
    String answer(String query) {
        MemoryShare share = memory.share("someone");
        ExecutionResult result = run(query, share).join();
        share.close();
        return new String(Objects.requireNonNull(result).toJson(Map.of()), StandardCharsets.UTF_8);
    }

    CompletableFuture<ExecutionResult> run(String query, MemoryShare share) {
        ExecutionInput input = new ExecutionInput(Map.of(), Map.of(), Duration.ofMinutes(5), maxBytes, null, share);
        return new Executor(this::send, SUPERGRAPH.apiSchema(), limits)
                .execute(new Planner(SUPERGRAPH).plan(Parser.parse(query), null), input);
    }

    /** The bodies of all requests so far. */
    List<String> requests() {
        return requests;
    }

    private CompletableFuture<byte[]> send(SubgraphRequest request) {
        UnaryOperator<String> known = answers.get(request.subgraph());
        String body = new String(request.body(), StandardCharsets.UTF_8);
        requests.add(body);
        SubgraphClient client = clients.get(request.subgraph());
        if (client != null) {
            return client.send(request);
        }
        return known == null
                ? CompletableFuture.failedFuture(SubgraphFailure.unavailable(request.subgraph(), "connection refused"))
                : CompletableFuture.completedFuture(known.apply(body).getBytes(StandardCharsets.UTF_8));
    }
}
