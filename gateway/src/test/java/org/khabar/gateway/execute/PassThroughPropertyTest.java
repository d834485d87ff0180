package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

/** What a one-fetch plan passes through is what the tree would have written, whatever the subgraph sends. */
class PassThroughPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/execute");
    private static final Map<String, @Nullable Object> VARIABLES = Map.of("yes", true, "no", false);
    private static final Set<String> PASSING = Set.of("leaves", "objects", "aliases", "types", "conditions", "deep");

    private static final Supergraph SUPERGRAPH = compose();
    private static final Document OPERATIONS = Parser.parse(read("operations.graphql"));
    private static final Map<String, QueryPlan> PLANS = plans();

    @Property(tries = 3000)
    void anyAnswerBecomesWhatTheTreeMakesOfIt(@ForAll long seed) {
        Random random = new Random(seed);
        String operation = operation(random);
        byte[] answer = disturbed(answer(operation, seed, random.nextBoolean() ? 0 : 60), random);

        assertThat(json(run(plan(operation, true), answer)))
                .as(() -> operation + ": " + new String(answer, StandardCharsets.UTF_8))
                .isEqualTo(json(run(plan(operation, false), answer)));
    }

    @Property(tries = 500)
    void whatIsAsItShouldBePassesThrough(@ForAll long seed) {
        Random random = new Random(seed);
        String operation = PASSING.stream().sorted().toList().get(random.nextInt(PASSING.size()));
        byte[] answer = bytes("{\"data\":" + answer(operation, seed, 0) + "}");
        ExecutionInput input = input();

        assertThat(new PassThrough(answer, 200, input, input.memory())
                        .tryPass(plan(operation, true).output()))
                .as(() -> operation + ": " + new String(answer, StandardCharsets.UTF_8))
                .isNotNull();
    }

    @Property(tries = 1)
    void onlyPlansThatAskForJustThatAreTried() {
        PLANS.forEach((name, plan) ->
                assertThat(plan.passesThrough()).as(name).isEqualTo(PASSING.contains(name) || name.equals("twice")));
    }

    private static String operation(Random random) {
        return PLANS.keySet().stream().sorted().toList().get(random.nextInt(PLANS.size()));
    }

    private static String answer(String operation, long seed, int faultsPerMille) {
        FetchNode fetch =
                (FetchNode) Objects.requireNonNull(plan(operation, true).root());
        return new AnswerMaker(SUPERGRAPH.apiSchema(), Set.of("yes"), seed, faultsPerMille)
                .answer(Parser.parse(fetch.document()));
    }

    /** The envelope, which is sometimes odd, and sometimes a byte that was hit on the way. */
    private static byte[] disturbed(String data, Random random) {
        String errors = "\"errors\":[{\"message\":\"خطأ\",\"path\":[\"shelf\",\"label\"]}]";
        byte[] answer = bytes(
                switch (random.nextInt(12)) {
                    case 0 -> "{\"data\":" + data + "," + errors + "}";
                    case 1 -> "{" + errors + ",\"data\":" + data + "}";
                    case 2 -> "{\"errors\":null,\"data\":" + data + ",\"extensions\":{\"a\":[1]}}";
                    case 3 -> "{\"data\":" + data + ",\"data\":{}}";
                    case 4 -> " { \"extensions\" : {} , \"data\" : " + data + " } \n";
                    case 5 -> "{\"data\":" + data + "}x";
                    default -> "{\"data\":" + data + "}";
                });
        if (random.nextInt(4) == 0) {
            answer[random.nextInt(answer.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(answer, random.nextInt(answer.length)) : answer;
    }

    private static ExecutionResult run(QueryPlan plan, byte[] answer) {
        Executor executor = new Executor(
                _ -> CompletableFuture.completedFuture(answer), SUPERGRAPH.apiSchema(), ExecutionLimits.DEFAULTS);
        return Objects.requireNonNull(executor.execute(plan, input()).join());
    }

    private static ExecutionInput input() {
        return new ExecutionInput(VARIABLES, Map.of(), Duration.ofSeconds(5));
    }

    /** Field order counts, so objects are compared as text. */
    private static String json(ExecutionResult result) {
        try {
            JsonNode read = JSON.readTree(result.toJson(Map.of()));
            return read.toString();
        } catch (IOException e) {
            throw new AssertionError("Not JSON", e);
        }
    }

    private static QueryPlan plan(String operation, boolean passing) {
        QueryPlan plan = Objects.requireNonNull(PLANS.get(operation));
        return passing
                ? plan
                : new QueryPlan(
                        plan.operation(),
                        plan.root(),
                        plan.rootLayout(),
                        plan.output(),
                        plan.introspection(),
                        plan.fetchCount(),
                        false);
    }

    private static Map<String, QueryPlan> plans() {
        Map<String, QueryPlan> plans = new HashMap<>();
        Planner planner = new Planner(SUPERGRAPH);
        assertThat(new Validator().validateDocument(SUPERGRAPH.apiSchema(), OPERATIONS, Locale.ENGLISH))
                .isEmpty();
        for (OperationDefinition operation : OPERATIONS.getDefinitionsOfType(OperationDefinition.class)) {
            String name = Objects.requireNonNull(operation.getName());
            plans.put(name, planner.plan(OPERATIONS, name));
        }
        return plans;
    }

    private static Supergraph compose() {
        return switch (Composition.compose(List.of(new SubgraphSdl("library", null, read("library.graphqls"))))) {
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
