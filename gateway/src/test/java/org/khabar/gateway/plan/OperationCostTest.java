package org.khabar.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;

/** What operations on {@code cost/library.graphqls} cost, where an unknown list has ten items. */
class OperationCostTest {
    private static final Planner PLANNER = planner();

    private static Planner planner() {
        try {
            String sdl = Files.readString(Path.of("src/test/resources/cost/library.graphqls"));
            return switch (Composition.compose(List.of(new SubgraphSdl("library", "http://library.test", sdl)))) {
                case CompositionResult.Success success -> new Planner(success.supergraph());
                case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double cost(String query, Map<String, Object> variables) {
        return analyse(query).estimate(given(variables));
    }

    private static void requireLengths(String query, Map<String, Object> variables) {
        analyse(query).requireLengths(given(variables), 100);
    }

    private static OperationCost analyse(String query) {
        return PLANNER.analyse(Parser.parse(query), null, 10).cost();
    }

    @SuppressWarnings("NullAway") // It reads no type annotations from the constructors of compiled classes.
    private static Map<String, @Nullable Object> given(Map<String, Object> variables) {
        return new HashMap<>(variables);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ book(id: 1) { title __typename } } | 1",
                "mutation { lend(id: 1) { title } } | 11",
                "{ __schema { types { name } } } | 0",
                "{ book(id: 1) { tags } } | 1",
                "{ book(id: 1) { authors { name } } } | 41",
                "{ shelves { books { title } } } | 110",
                "{ top { title } } | 3",
                "{ newest { title } } | 20",
                "{ newest(first: 2) { title } } | 2",
                "{ newest(first: -5) { title } } | 0",
                "{ books(first: 100) { totalCount } } | 1",
                "{ books(first: 100) { nodes { title } } } | 101",
                "{ books(first: 100) { edges { node { title } } } } | 201",
                "{ books(first: 2, last: 5) { nodes { title } } } | 6",
                "{ books { nodes { title } } } | 11",
                "{ a: books(first: 3) { nodes { title } } b: books(first: 4) { nodes { title } } } | 9",
                "{ books(first: 5, filter: { shelf: { texts: [\"أ\", \"ب\"] } }) { totalCount } } | 7",
                "{ page(size: 6) { nodes { title } edges { node { title } } } } | 27",
                "{ report(kind: LONG) { text } } | 57",
                "{ index } | 5",
                "{ search(text: \"x\") { ... on Book { authors { name } } ... on Shelf { books { title } } } } | 410",
                "{ books(first: 100) { nodes { authors { books(first: 100) { nodes { title } } } } } } | 105101"
            })
    void isTheSumOfWhatIsSelectedAsOftenAsItsListsAreLong(String query, double expected) {
        assertThat(cost(query, Map.of())).isEqualTo(expected);
    }

    @Test
    void dependsOnTheVariablesOfTheRequest() {
        String query =
                "query ($n: Int = 7, $no: Boolean = false, $filter: Filter) { books(first: $n, filter: $filter) {"
                        + " nodes { title authors @include(if: $no) { name } } } }";

        assertThat(cost(query, Map.of("n", 50))).isEqualTo(51);
        assertThat(cost(query, Map.of())).isEqualTo(8);
        assertThat(cost(query, Map.of("n", 2, "no", true))).isEqualTo(83);
        assertThat(cost(query, Map.of("filter", Map.of("shelf", Map.of("texts", List.of("x"))))))
                .isEqualTo(8 + 1 + 1 + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{ books(first: 101) { totalCount } } | 'first' of Query.books",
                "{ books(last: 101) { nodes { title } } } | 'last' of Query.books",
                "{ newest(first: 101) { title } } | 'first' of Query.newest",
                "{ page(from: 101) { totalCount } } | 'from' of Query.page",
                "query ($n: Int) { books(first: $n) { totalCount } } | 'first' of Query.books",
                "query ($no: Int = 101) { books(first: $no) { totalCount } } | 'first' of Query.books",
                "{ book(id: 1) { authors { books(first: 101) { totalCount } } } } | 'first' of Author.books"
            })
    void aListThatIsAskedForTooManyItemsIsNamed(String query, String what) {
        assertThatThrownBy(() -> requireLengths(query, Map.of("n", 101)))
                .isInstanceOfSatisfying(
                        PlanningException.class,
                        refused -> assertThat(refused.code()).isEqualTo("LIMIT_EXCEEDED"))
                .hasMessage("Argument " + what + " asks for more than 100 items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ books(first: 100, last: -200) { totalCount } }",
                "query ($n: Int) { books(first: $n, last: null) { totalCount } }",
                "{ newest { title } }",
                "{ book(id: 101) { title } }"
            })
    void whatAsksForNoMoreThanThatPasses(String query) {
        assertThatCode(() -> requireLengths(query, Map.of("n", 100))).doesNotThrowAnyException();
    }

    @Test
    void exactlyOneSlicingArgumentIsNeededWhereTheSchemaSaysSo() {
        assertThatThrownBy(() -> cost("{ page { nodes { title } } }", Map.of()))
                .isInstanceOf(PlanningException.class)
                .hasMessageContaining("Query.page");
        assertThatThrownBy(() -> cost("{ page(size: 1, from: 2) { nodes { title } } }", Map.of()))
                .isInstanceOf(PlanningException.class);
    }
}
