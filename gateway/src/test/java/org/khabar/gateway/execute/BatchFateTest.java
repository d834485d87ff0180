package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.cases.TestSubgraph;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

/**
 * What is sent together fares as if it were sent apart. In {@code batches}, a list of culture and one of weather have
 * an item each that fails all entities asked for with it; one of sport has an item whose text fails.
 */
class BatchFateTest {
    private static final String ALL = "{ news { text } sport { text } culture { text } weather { text } }";
    private static final String BUT_WEATHER = "{ news { text } sport { text } culture { text } }";
    private static final int MANY = 100;
    private final Supergraph supergraph = supergraph();

    private static Supergraph supergraph() {
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
    private static Map<String, Object> json(byte[] text) {
        return (Map<String, Object>) Objects.requireNonNull(JsonReader.read(text, 20));
    }

    private static TestSubgraph subgraph(String name) {
        return new TestSubgraph(
                file(name + ".graphqls"), json(file(name + ".json").getBytes(StandardCharsets.UTF_8)));
    }

    /** Answers with entities pass through {@code change} before they arrive. */
    private Run run(String query, int together, int repeats, Consumer<Map<String, Object>> change) {
        TestSubgraph lists = subgraph("lists");
        TestSubgraph texts = subgraph("texts");
        int[] asked = {0};
        SubgraphClient client = request -> {
            if (request.subgraph().equals("lists")) {
                return CompletableFuture.completedFuture(lists.answer(request.body()));
            }
            asked[0]++;
            Map<String, Object> answer = new LinkedHashMap<>(json(texts.answer(request.body())));
            change.accept(answer);
            return CompletableFuture.completedFuture(
                    new JsonWriter(256).value(answer).toBytes());
        };
        ExecutionLimits limits = new ExecutionLimits(200, MANY, MANY, MANY, together, repeats, 10_000_000, 1 << 26);
        ExecutionInput input = new ExecutionInput(Map.of(), Map.of(), Duration.ofSeconds(5));
        byte[] answer = Objects.requireNonNull(new Executor(client, supergraph.apiSchema(), limits)
                        .execute(new Planner(supergraph).plan(Parser.parse(query), null), input)
                        .join())
                .toJson(Map.of());
        return new Run(json(answer), asked[0]);
    }

    /** An answer, and how many requests for entities it took. */
    private record Run(Map<String, Object> answer, int requests) {
        List<?> errors() {
            return answer.get("errors") instanceof List<?> errors ? errors : List.of();
        }

        void isAs(Run other) {
            assertThat(answer.get("data")).isEqualTo(other.answer().get("data"));
            assertThat(new HashSet<>(errors())).isEqualTo(new HashSet<>(other.errors()));
            assertThat(errors()).hasSameSizeAs(other.errors());
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> errors(Map<String, Object> answer) {
        List<Map<String, Object>> errors = new ArrayList<>();
        if (answer.get("errors") instanceof List<?> list) {
            list.forEach(error -> errors.add(new LinkedHashMap<>((Map<String, Object>) error)));
        }
        return errors;
    }

    private static void asItIs(Map<String, Object> answer) {
        assertThat(answer).isNotEmpty();
    }

    private static void onlyFirstError(Map<String, Object> answer) {
        List<Map<String, Object>> errors = errors(answer);
        if (answer.get("data") == null) {
            errors.stream()
                    .filter(error -> ((List<?>) Objects.requireNonNull(error.get("path"))).size() == 1)
                    .findFirst()
                    .ifPresent(first -> answer.put("errors", List.of(first)));
        }
    }

    private static void noPaths(Map<String, Object> answer) {
        List<Map<String, Object>> errors = errors(answer);
        errors.forEach(error -> error.remove("path"));
        if (answer.get("data") == null) {
            answer.put("errors", errors.subList(0, 1));
        }
    }

    /** As a server does whose lists hold no nulls. */
    private static void inFirstEntity(Map<String, Object> answer) {
        List<Map<String, Object>> errors = errors(answer);
        errors.forEach(error -> {
            List<@Nullable Object> path = new ArrayList<>((List<?>) Objects.requireNonNull(error.get("path")));
            if (path.size() == 1) {
                path.add(0);
            }
            error.put("path", path);
        });
        if (!errors.isEmpty()) {
            answer.put("errors", errors);
        }
    }

    private static void refuse(Map<String, Object> answer) {
        answer.remove("data");
        answer.put("errors", List.of(Map.of("message", "no capacity", "extensions", Map.of("code", "OVERLOADED"))));
    }

    @SuppressWarnings("unchecked")
    private static void dropFirst(Map<String, Object> answer) {
        Map<String, Object> data = (Map<String, Object>) Objects.requireNonNull(answer.get("data"));
        data.computeIfPresent("_0", (_, list) -> ((List<?>) list).subList(1, ((List<?>) list).size()));
    }

    @Test
    void onePartThatFailsLeavesTheOthersWhatTheyAre() {
        Run together = run(BUT_WEATHER, MANY, 1, BatchFateTest::asItIs);

        together.isAs(run(BUT_WEATHER, 1, 0, BatchFateTest::asItIs));
        assertThat(together.requests()).isEqualTo(2);
        assertThat(together.errors().toString()).contains("too busy", "no text").doesNotContain("UNAVAILABLE");
    }

    @Test
    void allPartsThatAreReportedToFailAreLeftOutAtOnce() {
        Run together = run(ALL, MANY, 1, BatchFateTest::asItIs);

        together.isAs(run(ALL, 1, 0, BatchFateTest::asItIs));
        assertThat(together.requests()).isEqualTo(2);
    }

    @Test
    void aPartThatFailsOnceTheFirstIsLeftOutMakesTheOthersGoApart() {
        Run together = run(ALL, MANY, 3, BatchFateTest::onlyFirstError);

        together.isAs(run(ALL, 1, 0, BatchFateTest::asItIs));
        assertThat(together.requests()).as("all, three of them, and two apart").isEqualTo(4);
    }

    @Test
    void withErrorsThatAreNowhereEachPartIsAskedForOnceByItself() {
        Run together = run(ALL, MANY, 4, BatchFateTest::noPaths);

        together.isAs(run(ALL, 1, 0, BatchFateTest::noPaths));
        assertThat(together.requests()).isEqualTo(5);
    }

    @Test
    void anErrorInAnEntityTakesTheOthersAlongWhereEntitiesCannotBeNull() {
        run("{ news { text } culture { text } }", MANY, 1, BatchFateTest::inFirstEntity)
                .isAs(run("{ news { text } culture { text } }", 1, 0, BatchFateTest::inFirstEntity));
    }

    @Test
    void aServiceThatRefusesEverythingIsAskedNoMoreThanItMayBe() {
        Run bounded = run(ALL, MANY, 2, BatchFateTest::refuse);

        assertThat(bounded.requests()).isEqualTo(3);
        bounded.isAs(run(ALL, 1, 0, BatchFateTest::refuse));
    }

    @Test
    void whatMayNotBeAskedForAgainFailsForTheReasonThatTookItAlong() {
        Run once = run("{ news { text } culture { text } }", MANY, 0, BatchFateTest::asItIs);

        assertThat(once.requests()).isEqualTo(1);
        assertThat(once.errors())
                .hasSize(4)
                .allSatisfy(error -> assertThat(error.toString()).contains("too busy", "BUSY", "service=texts"))
                .anySatisfy(error -> assertThat(error.toString()).contains("path=[news, 1]"));
    }

    @Test
    void aPartWithTooFewEntitiesFailsByItself() {
        Run together = run("{ news { text } sport { text } }", MANY, MANY, BatchFateTest::dropFirst);

        assertThat(together.requests()).isEqualTo(1);
        assertThat(together.answer().get("data"))
                .hasToString("{news=[{text=null}, {text=null}], sport=[{text=نتائج الجولة}, {text=null}]}");
        assertThat(together.errors().toString())
                .contains("path=[news, 0, text]", "an answer that cannot be used", "path=[sport, 1, text]", "no text");
    }
}
