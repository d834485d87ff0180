package org.khabar.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.parser.Parser;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;

/** Operations and schemas that would keep a planner without bounds busy for long. */
class HostileOperationsTest {
    private static final String LINK = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.5\","
            + " import: [\"@key\", \"@shareable\", \"@requires\", \"@external\"])\n";
    private static final Planner LIBRARY =
            planner(List.of("type Query { book: Book } type Book { title: String author: Book publisher: Book }"));

    private static Planner planner(List<String> schemas) {
        List<SubgraphSdl> subgraphs = IntStream.range(0, schemas.size())
                .mapToObj(i -> new SubgraphSdl("s" + i, "http://s" + i + ".test", LINK + schemas.get(i)))
                .toList();
        return switch (Composition.compose(subgraphs)) {
            case CompositionResult.Success success -> new Planner(success.supergraph());
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(" "));
    }

    private static String underConditions(int count) {
        return "query(" + each(count, i -> "$v" + i + ": Boolean!") + ") { book { "
                + each(count, i -> "... @include(if: $v" + i + ") { title }") + " } }";
    }

    private static QueryPlan plan(Planner planner, String query) {
        return planner.plan(Parser.parse(query), null);
    }

    @Test
    void aFieldIsSelectedUnderAsManyConditionsAsAreAllowed() {
        QueryPlan plan = plan(LIBRARY, underConditions(50));

        assertThat(plan.print()).contains("title @include(if: $v0)").contains("title @include(if: $v49)");
    }

    @Test
    void moreConditionsAreRefused() {
        assertThatThrownBy(() -> plan(LIBRARY, underConditions(51)))
                .isInstanceOfSatisfying(
                        PlanningException.class,
                        refused -> assertThat(refused.code()).isEqualTo("LIMIT_EXCEEDED"))
                .hasMessage("'title' is selected under more than 50 different conditions");
    }

    /** What is below a field is written under each of the field's conditions: 40³ times here. */
    @Test
    void conditionsThatMultiplyAreRefused() {
        String authors = each(40, i -> "... @include(if: $b" + i + ") { author { id: title ...publishers } }");
        String query = "query(" + each(40, i -> "$a" + i + ": Boolean! $b" + i + ": Boolean! $c" + i + ": Boolean!")
                + ") { " + each(40, i -> "... @include(if: $a" + i + ") { book { ...authors } }")
                + " } fragment authors on Book { " + authors + " } fragment publishers on Book { "
                + each(40, i -> "... @include(if: $c" + i + ") { publisher { title } }") + " }";

        assertThatThrownBy(() -> plan(LIBRARY, query))
                .isInstanceOfSatisfying(
                        PlanningException.class,
                        refused -> assertThat(refused.code()).isEqualTo("LIMIT_EXCEEDED"));
    }

    /** What is below a field is written under each mention with directives of its own: 2²⁰ times here. */
    @Test
    @Timeout(20)
    void directivesThatMultiplyAreRefused() {
        Planner planner = planner(List.of("directive @cached(ttl: Int) on FIELD type Query { book: Book }"
                + " type Book { title: String author: Book }"));
        String mentions = "{ title }";
        for (int i = 0; i < 20; i++) {
            mentions = "{ author @cached(ttl: 1) " + mentions + " author @cached(ttl: 2) { title } }";
        }
        String query = "{ book " + mentions + " }";

        assertThatThrownBy(() -> plan(planner, query))
                .isInstanceOfSatisfying(
                        PlanningException.class,
                        refused -> assertThat(refused.code()).isEqualTo("LIMIT_EXCEEDED"));
    }

    /** Each key reaches into another entity for a field that one more subgraph has; this took a minute once. */
    @Test
    @Timeout(20)
    void keysInsideKeysDoNotMultiply() {
        int count = 24;
        List<String> schemas = IntStream.range(0, count)
                .mapToObj(i -> keysInsideKeys(i, count))
                .toList();
        Planner planner = planner(schemas);
        String query = "{ a { " + each(count, i -> "fa" + i) + " b { " + each(count, i -> "fb" + i) + " c { "
                + each(count, i -> "fc" + i) + " } } } }";

        QueryPlan plan = plan(planner, query);

        assertThat(plan.fetchCount()).isEqualTo(count);
    }

    /** Each field of a level requires all of the level before, in the other subgraph: 6 to the power of 12 ways. */
    @Test
    @Timeout(20)
    void requirementsOfRequirementsDoNotMultiply() {
        int levels = 12;
        int width = 6;
        Planner planner = planner(List.of(requirements(0, levels, width), requirements(1, levels, width)));

        QueryPlan plan = plan(planner, "{ t { " + each(width, i -> "f" + (levels - 1) + "_" + i) + " } }");

        assertThat(plan.fetchCount()).isEqualTo(levels);
    }

    @Test
    @Timeout(20)
    void whatStillTakesTooMuchIsRefused() {
        Planner planner = planner(List.of(requirements(0, 20, 6), requirements(1, 20, 6)));

        assertThatThrownBy(() -> plan(planner, "{ t { " + each(6, i -> "f19_" + i) + " } }"))
                .isInstanceOfSatisfying(
                        PlanningException.class,
                        refused -> assertThat(refused.code()).isEqualTo("LIMIT_EXCEEDED"));
    }

    /** At each of twenty places below each other, a field that requires one that requires one, over all subgraphs. */
    @Test
    @Timeout(20)
    void requirementsAtPlacesBelowEachOtherDoNotMultiply() {
        int count = 20;
        List<String> schemas = IntStream.range(0, count)
                .mapToObj(i -> i == 0
                        ? "type Query { p: P } type P @key(fields: \"id\") { id: ID! n: P f0: Int }"
                        : "type P @key(fields: \"id\") { id: ID! f" + (i - 1) + ": Int @external f" + i
                                + ": Int @requires(fields: \"f" + (i - 1) + "\") }")
                .toList();
        String query = "{ p { f19 " + "n { f19 ".repeat(count - 1) + "}".repeat(count - 1) + " } }";

        QueryPlan plan = plan(planner(schemas), query);

        assertThat(plan.fetchCount()).isEqualTo(count);
    }

    /** A subgraph that has every other level. */
    private static String requirements(int subgraph, int levels, int width) {
        String fields = each(
                levels,
                level -> each(width, i -> {
                    String name = "f" + level + "_" + i;
                    if (level % 2 != subgraph) {
                        return level + 1 < levels ? name + ": Int @external" : "";
                    }
                    return level == 0
                            ? name + ": Int"
                            : name + ": Int @requires(fields: \"" + each(width, j -> "f" + (level - 1) + "_" + j)
                                    + "\")";
                }));
        return (subgraph == 0 ? "type Query { t: T }" : "") + " type T @key(fields: \"id\") { id: ID! " + fields + " }";
    }

    private static String keysInsideKeys(int subgraph, int count) {
        String own = subgraph == 0 ? "id" : "id k" + subgraph;
        String next = subgraph + 1 < count ? "k" + (subgraph + 1) + ": Int @shareable " : "";
        return (subgraph == 0 ? "type Query { a: A }" : "")
                + " type A @key(fields: \"b { c { " + own + " } }\") { b: B @shareable fa" + subgraph + ": Int }"
                + " type B @key(fields: \"c { " + own + " }\") { c: C @shareable fb" + subgraph + ": Int }"
                + " type C @key(fields: \"" + own + "\") { id: ID! @shareable " + next
                + (subgraph == 0 ? "" : "k" + subgraph + ": Int @shareable ") + "fc" + subgraph
                + ": Int a: A @shareable }";
    }
}
