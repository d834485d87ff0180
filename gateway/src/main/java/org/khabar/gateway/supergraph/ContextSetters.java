package org.khabar.gateway.supergraph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which types set which contexts ({@code @context}).
 *
 * @param types by context, the types whose objects set it: those that are marked, what implements a marked interface,
 *     and what is in a marked union
 */
public record ContextSetters(Map<String, Set<String>> types) {
    public ContextSetters {
        types = Map.copyOf(types);
    }

    /** The setters in a supergraph. */
    public static ContextSetters of(Supergraph supergraph) {
        Map<String, Set<String>> types = new HashMap<>();
        for (SupergraphType type : supergraph.types().values()) {
            contexts(supergraph, type)
                    .forEach(context ->
                            types.computeIfAbsent(context, _ -> new HashSet<>()).add(type.name()));
        }
        return new ContextSetters(types);
    }

    private static Stream<String> contexts(Supergraph supergraph, SupergraphType type) {
        return switch (type) {
            case FieldedType fielded ->
                Stream.concat(
                        own(fielded), Stream.concat(ofInterfaces(supergraph, fielded), ofUnions(supergraph, type)));
            case UnionType union -> union.contexts().stream();
            case EnumType _, ScalarType _, InputType _ -> Stream.empty();
        };
    }

    private static Stream<String> own(FieldedType type) {
        return type.sources().values().stream().flatMap(source -> source.contexts().stream());
    }

    private static Stream<String> ofInterfaces(Supergraph supergraph, FieldedType type) {
        return type.interfaces().stream()
                .flatMap(name -> supergraph.findFieldedType(name).stream())
                .flatMap(ContextSetters::own);
    }

    private static Stream<String> ofUnions(Supergraph supergraph, SupergraphType type) {
        return supergraph.types().values().stream()
                .filter(union -> union instanceof UnionType known
                        && !known.contexts().isEmpty()
                        && supergraph.possibleTypes(known.name()).contains(type.name()))
                .flatMap(union -> ((UnionType) union).contexts().stream());
    }

    /** Whether all objects of a type set a context. */
    public boolean sets(String type, String context) {
        return types.getOrDefault(context, Set.of()).contains(type);
    }
}
