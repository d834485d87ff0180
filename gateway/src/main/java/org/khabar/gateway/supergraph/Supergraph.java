package org.khabar.gateway.supergraph;

import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One schema out of many. Immutable. Two are equal when they say the same of subgraphs, types and roots, however their
 * SDL is laid out.
 *
 * @param sdl the supergraph in the {@code join} format
 * @param apiSchema what clients see: fit for validation and introspection, not for execution
 * @param subgraphs the subgraphs by name
 * @param types every type but the built-in scalars, by name
 * @param roots names of the root types
 */
public record Supergraph(
        String sdl,
        GraphQLSchema apiSchema,
        Map<String, Subgraph> subgraphs,
        Map<String, SupergraphType> types,
        Map<Operation, String> roots) {
    public Supergraph {
        subgraphs = Collections.unmodifiableMap(new LinkedHashMap<>(subgraphs));
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        roots = Collections.unmodifiableMap(new LinkedHashMap<>(roots));
    }

    /** The subgraph of that name, if there is one. */
    public Optional<Subgraph> findSubgraph(String name) {
        return Optional.ofNullable(subgraphs.get(name));
    }

    /** The type of that name, if there is one; none for the built-in scalars. */
    public Optional<SupergraphType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /**
     * The type of that name.
     *
     * @throws NoSuchElementException when there is none
     */
    public SupergraphType getType(String name) {
        return findType(name).orElseThrow(() -> new NoSuchElementException("No type " + name + " in the supergraph"));
    }

    /** The object or interface of that name; none when it is of another kind. */
    public Optional<FieldedType> findFieldedType(String name) {
        return types.get(name) instanceof FieldedType type ? Optional.of(type) : Optional.empty();
    }

    /** The root type of an operation, if the schema supports the operation. */
    public Optional<ObjectType> findRoot(Operation operation) {
        String name = roots.get(operation);
        return name != null && types.get(name) instanceof ObjectType type ? Optional.of(type) : Optional.empty();
    }

    /**
     * The object types that a value of this type can have, over all subgraphs.
     *
     * @param name an object, interface or union
     * @return in schema order; empty for other types
     */
    public Set<String> possibleTypes(String name) {
        return switch (types.get(name)) {
            case ObjectType object -> Set.of(object.name());
            case InterfaceType type -> flatten(type.implementations());
            case UnionType type -> flatten(type.members());
            case EnumType _, ScalarType _, InputType _ -> Set.of();
            case null -> Set.of();
        };
    }

    /**
     * The object types that a value of this type can have in the answers of one subgraph. A subgraph that knows an
     * interface as an object has none for it.
     */
    public Set<String> possibleTypesIn(String name, String subgraph) {
        return switch (types.get(name)) {
            case ObjectType object -> object.subgraphs().contains(subgraph) ? Set.of(object.name()) : Set.of();
            case InterfaceType type -> type.implementations().getOrDefault(subgraph, Set.of());
            case UnionType type -> type.members().getOrDefault(subgraph, Set.of());
            case EnumType _, ScalarType _, InputType _ -> Set.of();
            case null -> Set.of();
        };
    }

    private static Set<String> flatten(Map<String, Set<String>> bySubgraph) {
        return bySubgraph.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Supergraph that
                && subgraphs.equals(that.subgraphs)
                && types.equals(that.types)
                && roots.equals(that.roots);
    }

    @Override
    public int hashCode() {
        return types.hashCode();
    }
}
