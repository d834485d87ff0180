package org.khabar.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SatisfiabilityLimitsTest {

    @Test
    void twentySubgraphsOfEntangledEntitiesAreProvenInSeconds() {
        List<SubgraphSdl> subgraphs = IntStream.range(0, 20)
                .mapToObj(SatisfiabilityLimitsTest::subgraph)
                .toList();
        Instant start = Instant.now();

        CompositionResult result = Composition.compose(subgraphs);

        assertThat(result).isInstanceOf(CompositionResult.Success.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void saysTheQueryThatCannotBeAnswered() {
        String federation =
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.5\", import: [\"@key\"])\n";
        CompositionResult result = Composition.compose(List.of(
                new SubgraphSdl(
                        "articles",
                        null,
                        federation + "type Query { latest: Article } type Article @key(fields: \"id\") { id: ID! }"),
                new SubgraphSdl(
                        "archive",
                        null,
                        federation
                                + "type Query { oldest: Article }"
                                + "type Article @key(fields: \"id\", resolvable: false) { id: ID! pages: Int }")));

        assertThat(((CompositionResult.Failure) result).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message())
                        .contains("query { latest { pages } }", "\"archive\"", "no resolvable @key"));
    }

    private static SubgraphSdl subgraph(int number) {
        String types = IntStream.range(0, 30)
                .mapToObj(type ->
                        "type T%1$d @key(fields: \"id\") @key(fields: \"k%2$d\") { id: ID! k%2$d: ID f%2$d: T%3$d g%2$d: [T%4$d!] }"
                                .formatted(type, number, (type + number) % 30, (type * 7 + number) % 30))
                .collect(Collectors.joining("\n"));
        return new SubgraphSdl(
                "s" + number,
                null,
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.5\", import: [\"@key\"])\n"
                        + "type Query { q" + number + ": T0 }\n" + types);
    }
}
