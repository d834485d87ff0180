package org.khabar.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

/** Lists of items from one subgraph, their texts from another, in {@code bounds}. */
class ExecutionBoundsTest {
    private static final String LISTS = "{\"data\":{\"items\":[%s],\"others\":[%s]}}";
    private final Supergraph supergraph = supergraph();
    private int asked;

    private static Supergraph supergraph() {
        List<SubgraphSdl> subgraphs = List.of(subgraph("lists"), subgraph("texts"));
        return switch (Composition.compose(subgraphs)) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    private static SubgraphSdl subgraph(String name) {
        try {
            String sdl = Files.readString(Path.of("src/test/resources/bounds/" + name + ".graphqls"));
            return new SubgraphSdl(name, "http://" + name + ".test", sdl);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String items(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(","));
    }

    /** A text for each representation, under {@code _entities} or, of several lists, under the alias of each. */
    private static String texts(SubgraphRequest request) {
        Map<?, ?> body = (Map<?, ?>) Objects.requireNonNull(JsonReader.read(request.body(), 10));
        Map<?, ?> variables = (Map<?, ?>) Objects.requireNonNull(body.get("variables"));
        return variables.entrySet().stream()
                .map(list -> texts(list.getKey().toString(), (List<?>) list.getValue()))
                .collect(Collectors.joining(",", "{\"data\":{", "}}"));
    }

    private static String texts(String variable, List<?> representations) {
        String alias = variable.substring("representations".length());
        String text = "{\"text\":\"" + "س".repeat(100) + "\"}";
        return "\"" + (alias.isEmpty() ? "_entities" : alias) + "\":["
                + String.join(",", Collections.nCopies(representations.size(), text)) + "]";
    }

    private String answer(String query, String lists, int perFetch, int perRequest, int maxBytes) {
        asked = 0;
        SubgraphClient client = request -> {
            asked++;
            String text = request.subgraph().equals("lists") ? lists : texts(request);
            return CompletableFuture.completedFuture(text.getBytes(StandardCharsets.UTF_8));
        };
        ExecutionLimits limits = new ExecutionLimits(200, 100, perFetch, perRequest, 50, 10, 10_000_000, 1 << 26);
        ExecutionInput input = new ExecutionInput(Map.of(), Map.of(), Duration.ofSeconds(5), maxBytes);
        byte[] json = Objects.requireNonNull(new Executor(client, supergraph.apiSchema(), limits)
                        .execute(new Planner(supergraph).plan(Parser.parse(query), null), input)
                        .join())
                .toJson(Map.of());
        return new String(json, StandardCharsets.UTF_8);
    }

    @Test
    void oneFetchAsksForNoMoreEntitiesThanItMay() {
        String query = "{ items { text } }";
        String lists = LISTS.formatted(items(0, 4), "");

        assertThat(answer(query, lists, 4, 100, 10_000)).doesNotContain("errors");
        assertThat(answer(query, lists, 3, 100, 10_000))
                .contains("\"items\":[{\"text\":null}", "LIMIT_EXCEEDED", "at once for more than 3 entities");
    }

    @Test
    void fetchesThatAreSentTogetherAskForNoMoreEntitiesAtOnceThanOneMay() {
        String query = "{ items { text } others { text } }";
        String lists = LISTS.formatted(items(0, 3), items(10, 13));

        assertThat(answer(query, lists, 6, 100, 10_000)).doesNotContain("errors");
        assertThat(asked).isEqualTo(2);
        assertThat(answer(query, lists, 5, 100, 10_000)).doesNotContain("errors", "null");
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void allFetchesTogetherAskForNoMoreEntitiesThanTheyMay() {
        String query = "{ items { text } others { id text } }";
        String lists = LISTS.formatted(items(0, 3), items(10, 13));

        assertThat(answer(query, lists, 100, 6, 10_000)).doesNotContain("errors");
        assertThat(answer(query, lists, 100, 5, 10_000))
                .contains("LIMIT_EXCEEDED", "together for more than 5 entities");
    }

    @Test
    void anEntityThatStandsInManyPlacesCannotMakeTheAnswerLargerThanItMayBe() {
        String query = "{ items { text } }";
        String lists = LISTS.formatted(
                IntStream.range(0, 1_000).mapToObj(_ -> items(1, 2)).collect(Collectors.joining(",")), "");

        assertThat(answer(query, lists, 100, 100, 50_000))
                .startsWith("{\"data\":null,\"errors\":[")
                .contains("LIMIT_EXCEEDED", "larger than 50000 bytes");
        assertThat(answer(query, lists, 100, 100, 500_000)).startsWith("{\"data\":{\"items\":[");
    }
}
