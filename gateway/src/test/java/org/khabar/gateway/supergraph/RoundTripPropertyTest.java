package org.khabar.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Schemas of entities whose fields are spread over subgraphs at random. */
class RoundTripPropertyTest {
    private static final int TYPES = 4;

    /** A field of one of the types, and the subgraph that resolves it. */
    record Spread(int type, int subgraph, String output, boolean argument, boolean tagged) {
        String sdl(int number) {
            return "  f%d%s: %s%s"
                    .formatted(
                            number,
                            argument ? "(a: Int = 1, b: [String!])" : "",
                            output,
                            tagged ? " @tag(name: \"t\")" : "");
        }
    }

    @Property(tries = 100)
    void whatIsPrintedReadsBackEqual(@ForAll("spreads") List<Spread> spreads) {
        Supergraph supergraph = compose(subgraphs(spreads));

        assertThat(SupergraphSdlReader.read(AstPrinter.printAst(Parser.parse(supergraph.sdl()))))
                .isEqualTo(supergraph);
    }

    @Property(tries = 50)
    void theOrderOfSubgraphsChangesOnlyTheOrder(@ForAll("spreads") List<Spread> spreads) {
        List<SubgraphSdl> reversed = new ArrayList<>(subgraphs(spreads));
        Collections.reverse(reversed);

        Supergraph supergraph = compose(subgraphs(spreads));
        Supergraph other = compose(reversed);

        assertThat(other).isEqualTo(supergraph);
    }

    @Property(tries = 50)
    void everyFieldKnowsItsSubgraph(@ForAll("spreads") List<Spread> spreads) {
        Supergraph supergraph = compose(subgraphs(spreads));

        for (int number = 0; number < spreads.size(); number++) {
            Spread spread = spreads.get(number);
            FieldedType type = supergraph.findFieldedType("T" + spread.type()).orElseThrow();
            assertThat(type.getField("f" + number).sources().keySet()).containsExactly("s" + spread.subgraph());
        }
    }

    @Provide
    Arbitrary<List<Spread>> spreads() {
        Arbitrary<String> outputs = Arbitraries.of("Int", "String!", "[ID!]!", "T0", "[T1!]", "T2!", "[T3]!");
        return Combinators.combine(
                        Arbitraries.integers().between(0, TYPES - 1),
                        Arbitraries.integers().between(0, 3),
                        outputs,
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Spread::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Supergraph compose(List<SubgraphSdl> subgraphs) {
        CompositionResult result = Composition.compose(subgraphs);

        assertThat(result).isInstanceOf(CompositionResult.Success.class);
        return ((CompositionResult.Success) result).supergraph();
    }

    private static List<SubgraphSdl> subgraphs(List<Spread> spreads) {
        List<SubgraphSdl> subgraphs = new ArrayList<>();
        for (int subgraph = 0; subgraph < 4; subgraph++) {
            subgraphs.add(new SubgraphSdl("s" + subgraph, null, sdl(subgraph, spreads)));
        }
        return subgraphs;
    }

    private static String sdl(int subgraph, List<Spread> spreads) {
        StringBuilder sdl = new StringBuilder(
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.5\", import: [\"@key\","
                        + " \"@tag\"])\n");
        sdl.append("type Query {\n  q").append(subgraph).append(": T0\n}\n");
        for (int type = 0; type < TYPES; type++) {
            sdl.append("type T").append(type).append(" @key(fields: \"id\") {\n  id: ID!\n");
            for (int number = 0; number < spreads.size(); number++) {
                Spread spread = spreads.get(number);
                if (spread.type() == type && spread.subgraph() == subgraph) {
                    sdl.append(spread.sdl(number)).append('\n');
                }
            }
            sdl.append("}\n");
        }
        return sdl.toString();
    }
}
