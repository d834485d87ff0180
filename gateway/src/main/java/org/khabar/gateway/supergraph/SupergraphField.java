package org.khabar.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A field of an object or interface type of the supergraph.
 *
 * @param name its name
 * @param type its type as clients see it
 * @param arguments its arguments, in the order written
 * @param sources how each subgraph that names it defines it, by the subgraph's name
 * @param traits marks on the field
 */
public record SupergraphField(
        String name,
        TypeRef type,
        List<SupergraphArgument> arguments,
        Map<String, FieldSource> sources,
        Traits traits) {
    public SupergraphField {
        arguments = List.copyOf(arguments);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** The definition in one subgraph, if it names the field. */
    public Optional<FieldSource> findSource(String subgraph) {
        return Optional.ofNullable(sources.get(subgraph));
    }

    /**
     * The definition in one subgraph.
     *
     * @throws NoSuchElementException when it does not name the field
     */
    public FieldSource getSource(String subgraph) {
        return findSource(subgraph)
                .orElseThrow(() -> new NoSuchElementException("No field " + name + " in " + subgraph));
    }

    /**
     * The subgraphs that took this field over from {@code subgraph}, for good or under a label. While a labelled
     * override's condition holds, the field is resolved by the overrider and not by {@code subgraph}; while it does
     * not, the other way round.
     */
    public List<FieldSource> overriders(String subgraph) {
        return sources.values().stream()
                .filter(source ->
                        source.override() != null && source.override().from().equals(subgraph))
                .toList();
    }
}
