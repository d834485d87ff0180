package org.khabar.gateway.supergraph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A type with output fields: an object or an interface. */
public sealed interface FieldedType extends SupergraphType permits ObjectType, InterfaceType {

    /** Its fields by name, in schema order. */
    Map<String, SupergraphField> fields();

    /** How each subgraph defines it, by the subgraph's name. */
    Map<String, TypeSource> sources();

    @Override
    default Set<String> subgraphs() {
        return sources().keySet();
    }

    /** The field of that name, if there is one. {@code __typename} is not one. */
    default Optional<SupergraphField> findField(String field) {
        return Optional.ofNullable(fields().get(field));
    }

    /**
     * The field of that name.
     *
     * @throws NoSuchElementException when the type has none
     */
    default SupergraphField getField(String field) {
        return findField(field).orElseThrow(() -> new NoSuchElementException("No field " + name() + "." + field));
    }

    /** How one subgraph defines the type, if it does. */
    default Optional<TypeSource> findSource(String subgraph) {
        return Optional.ofNullable(sources().get(subgraph));
    }

    /**
     * How one subgraph defines the type.
     *
     * @throws NoSuchElementException when it does not
     */
    default TypeSource getSource(String subgraph) {
        return findSource(subgraph)
                .orElseThrow(() -> new NoSuchElementException("No type " + name() + " in " + subgraph));
    }

    /** The keys of the type in one subgraph; none when the subgraph does not define it. */
    default List<EntityKey> keysIn(String subgraph) {
        return findSource(subgraph).map(TypeSource::keys).orElse(List.of());
    }

    /** Whether any subgraph can be entered through a key of this type. */
    default boolean isEntity() {
        return sources().values().stream()
                .anyMatch(source -> !source.resolvableKeys().isEmpty());
    }

    /** The interfaces that the type implements in any subgraph. */
    default Set<String> interfaces() {
        return sources().values().stream()
                .map(TypeSource::interfaces)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
