package org.khabar.gateway.supergraph.subgraph;

import graphql.language.DirectiveDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.link.Links;

/**
 * A subgraph's schema, ready to be checked and merged.
 *
 * @param name the subgraph's name
 * @param url where it is served; null when unknown
 * @param federation2 whether it is written for Federation 2
 * @param links the specifications it uses
 * @param types its types by name, in the order written
 * @param directives the directives it defines itself, by name without {@code @}
 * @param composedDirectives the arguments of its {@code @composeDirective}s, as written
 */
public record SubgraphSchema(
        String name,
        @Nullable String url,
        boolean federation2,
        Links links,
        Map<String, TypeDecl> types,
        Map<String, DirectiveDefinition> directives,
        List<String> composedDirectives) {
    public SubgraphSchema {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        directives = Collections.unmodifiableMap(new LinkedHashMap<>(directives));
        composedDirectives = List.copyOf(composedDirectives);
    }

    /** The type of that name, if the subgraph declares it. */
    public Optional<TypeDecl> findType(String type) {
        return Optional.ofNullable(types.get(type));
    }

    /** The object or interface of that name, if the subgraph declares one. */
    public Optional<FieldedDecl> findFielded(String type) {
        return types.get(type) instanceof FieldedDecl fielded ? Optional.of(fielded) : Optional.empty();
    }

    /** A field of an object or interface. */
    public Optional<FieldDecl> findField(String type, String field) {
        return findFielded(type).map(fielded -> fielded.fields().get(field));
    }

    /** The objects and interfaces. */
    public List<FieldedDecl> fieldedTypes() {
        return types.values().stream()
                .filter(FieldedDecl.class::isInstance)
                .map(FieldedDecl.class::cast)
                .toList();
    }

    /** The object types of this subgraph that a value of the named type can have. */
    public Set<String> possibleTypes(String type) {
        return switch (types.get(type)) {
            case UnionDecl union -> union.members();
            case FieldedDecl fielded when fielded.isInterface() -> implementers(type);
            case FieldedDecl fielded -> Set.of(fielded.name());
            case EnumDecl _, ScalarDecl _, InputObjectDecl _ -> Set.of();
            case null -> Set.of();
        };
    }

    private Set<String> implementers(String iface) {
        return fieldedTypes().stream()
                .filter(type -> !type.isInterface() && type.interfaces().contains(iface))
                .map(FieldedDecl::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the innermost type is an object, interface or union here. */
    public boolean isComposite(TypeRef type) {
        return switch (types.get(type.name())) {
            case FieldedDecl _, UnionDecl _ -> true;
            case EnumDecl _, ScalarDecl _, InputObjectDecl _ -> false;
            case null -> false;
        };
    }

    /** This schema with other types. */
    public SubgraphSchema withTypes(Map<String, TypeDecl> other) {
        return new SubgraphSchema(name, url, federation2, links, other, directives, composedDirectives);
    }
}
