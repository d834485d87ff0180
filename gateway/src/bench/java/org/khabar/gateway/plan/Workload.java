package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.khabar.gateway.supergraph.SubgraphSdl;

/** Operations over {@value #SUBGRAPHS} subgraphs: two honest ones, and some made to keep a planner busy. */
public enum Workload {
    /** One entity, 500 leaf fields, 25 of them in each subgraph. */
    WIDE {
        @Override
        List<SubgraphSdl> subgraphs() {
            return each(s -> query(s, "item: Item") + "type Item @key(fields: \"id\") { id: ID! "
                    + fields(25, f -> "f" + s + "_" + f + ": String") + " }");
        }

        @Override
        String operation() {
            return "{ item { " + fields(SUBGRAPHS, s -> fields(25, f -> "f" + s + "_" + f)) + " } }";
        }
    },
    /** A chain of 20 entities, each 25 leaf fields, the next one always in another subgraph. */
    DEEP {
        @Override
        List<SubgraphSdl> subgraphs() {
            return each(s -> {
                String next = s + 1 < SUBGRAPHS ? " next: T" + (s + 1) : "";
                String stub = s + 1 < SUBGRAPHS ? " type T" + (s + 1) + " @key(fields: \"id\") { id: ID! }" : "";
                return query(s, "item: T0") + "type T" + s + " @key(fields: \"id\") { id: ID! "
                        + fields(25, f -> "f" + f + ": String") + next + " }" + stub;
            });
        }

        @Override
        String operation() {
            String selection = fields(25, f -> "f" + f);
            String nested = selection;
            for (int s = 1; s < SUBGRAPHS; s++) {
                nested = selection + " next { " + nested + " }";
            }
            return "{ item { " + nested + " } }";
        }
    },
    /** 500 leaf fields, each in all subgraphs but the first: as many choices as there can be. */
    SHARED {
        @Override
        List<SubgraphSdl> subgraphs() {
            return each(s -> query(s, "item: Item") + "type Item @key(fields: \"id\") { id: ID! "
                    + (s == 0 ? "" : fields(500, f -> "f" + f + ": String @shareable")) + " }");
        }

        @Override
        String operation() {
            return "{ item { " + fields(500, f -> "f" + f) + " } }";
        }
    },
    /** 500 leaf fields, each in some four subgraphs: choices that overlap, so that the fewest fetches are a set cover. */
    OVERLAPPING {
        @Override
        List<SubgraphSdl> subgraphs() {
            return each(s -> query(s, "item: Item")
                    + "type Item @key(fields: \"id\") { id: ID! "
                    + IntStream.range(0, 500)
                            .filter(f -> IntStream.of(1, 3, 7, 11).anyMatch(step -> 1 + f * step % 19 == s))
                            .mapToObj(f -> "f" + f + ": String @shareable")
                            .collect(Collectors.joining(" "))
                    + " }");
        }

        @Override
        String operation() {
            return "{ item { " + fields(500, f -> "f" + f) + " } }";
        }
    },
    /** 45 aliases of a list of an interface with 20 implementations, whose fields are spread over all subgraphs. */
    INTERFACES {
        @Override
        List<SubgraphSdl> subgraphs() {
            return each(s -> {
                String types = fields(
                        SUBGRAPHS,
                        t -> s == 0
                                ? "type N" + t + " implements Node @key(fields: \"id\") { id: ID! }"
                                : "type N" + t + " @key(fields: \"id\") { id: ID! f" + s + ": String }");
                return query(s, "nodes: [Node]") + (s == 0 ? "interface Node { id: ID! } " : "") + types;
            });
        }

        @Override
        String operation() {
            String onEach =
                    fields(SUBGRAPHS, t -> "... on N" + t + " { f" + (1 + t % 19) + " f" + (1 + (t + 7) % 19) + " }");
            return "query { " + fields(45, a -> "a" + a + ": nodes { ...all }") + " } fragment all on Node { " + onEach
                    + " }";
        }
    };

    static final int SUBGRAPHS = 20;

    private static final String LINK = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.5\","
            + " import: [\"@key\", \"@shareable\"])\n";

    abstract List<SubgraphSdl> subgraphs();

    abstract String operation();

    private static List<SubgraphSdl> each(IntFunction<String> sdl) {
        List<SubgraphSdl> subgraphs = new ArrayList<>();
        for (int s = 0; s < SUBGRAPHS; s++) {
            subgraphs.add(new SubgraphSdl("s" + s, "http://s" + s + ".test", LINK + sdl.apply(s)));
        }
        return subgraphs;
    }

    private static String query(int subgraph, String field) {
        return subgraph == 0 ? "type Query { " + field + " }\n" : "";
    }

    private static String fields(int count, IntFunction<String> field) {
        return IntStream.range(0, count).mapToObj(field).collect(Collectors.joining(" "));
    }
}
