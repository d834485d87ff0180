package org.khabar.gateway.supergraph.merge;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** What all mergers share: the subgraphs, what relates their types, and where to put what does not fit. */
public final class MergeContext {
    private final Map<String, SubgraphSchema> subgraphs;
    private final Map<String, String> graphNames;
    private final TypeRelations relations;
    private final ComposedDirectives composed;
    private final CompositionLog log;

    /** A context for subgraphs with names that differ. */
    public MergeContext(List<SubgraphSchema> subgraphs, CompositionLog log) {
        this.subgraphs = subgraphs.stream()
                .collect(Collectors.toMap(
                        SubgraphSchema::name, schema -> schema, (first, _) -> first, LinkedHashMap::new));
        this.graphNames = graphNames(this.subgraphs.keySet());
        this.relations = new TypeRelations(subgraphs);
        this.composed = ComposedDirectives.of(subgraphs, log);
        this.log = log;
    }

    /** Enum values made of names that may hold any character; names alike get a number. */
    private static Map<String, String> graphNames(Set<String> names) {
        Map<String, String> graphs = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
            String base =
                    plain.matches("[A-Z_].*") && !plain.startsWith("__") ? plain : "_" + plain.replaceAll("^_+", "");
            String graph = base;
            for (int number = 2; !taken.add(graph); number++) {
                graph = base + "_" + number;
            }
            graphs.put(name, graph);
        }
        return graphs;
    }

    List<SubgraphSchema> subgraphs() {
        return List.copyOf(subgraphs.values());
    }

    SubgraphSchema subgraph(String name) {
        SubgraphSchema schema = subgraphs.get(name);
        if (schema == null) {
            throw new IllegalArgumentException("No subgraph " + name);
        }
        return schema;
    }

    boolean hasSubgraph(String name) {
        return subgraphs.containsKey(name);
    }

    /** The value that stands for a subgraph in {@code join__Graph}. */
    String graph(String subgraph) {
        return String.valueOf(graphNames.get(subgraph));
    }

    TypeRelations relations() {
        return relations;
    }

    ComposedDirectives composed() {
        return composed;
    }

    CompositionLog log() {
        return log;
    }
}
