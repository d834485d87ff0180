package org.khabar.gateway.supergraph.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.subgraph.EnumDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.InputObjectDecl;
import org.khabar.gateway.supergraph.subgraph.ScalarDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;
import org.khabar.gateway.supergraph.subgraph.TypeDecl;
import org.khabar.gateway.supergraph.subgraph.UnionDecl;

/** Which types stand for which others in the supergraph: implementers for interfaces, members for unions. */
public final class TypeRelations {
    private final Map<String, Set<String>> supertypes = new HashMap<>();

    /** The relations of all subgraphs together. */
    public TypeRelations(List<SubgraphSchema> subgraphs) {
        subgraphs.forEach(subgraph -> subgraph.types().values().forEach(this::add));
    }

    private void add(TypeDecl type) {
        switch (type) {
            case FieldedDecl fielded -> of(fielded.name()).addAll(fielded.interfaces());
            case UnionDecl union -> union.members().forEach(member -> of(member).add(union.name()));
            case EnumDecl _, ScalarDecl _, InputObjectDecl _ -> {}
        }
    }

    private Set<String> of(String type) {
        return supertypes.computeIfAbsent(type, _ -> new HashSet<>());
    }

    /** Whether a value of the first type may stand where an output of the second is expected. */
    public boolean isSubtype(TypeRef type, TypeRef expected) {
        return isSubtype(type, expected, true);
    }

    /** The same for inputs, where only nullability can differ. */
    static boolean isStricterInput(TypeRef type, TypeRef expected) {
        return new TypeRelations(List.of()).isSubtype(type, expected, false);
    }

    private boolean isSubtype(TypeRef type, TypeRef expected, boolean named) {
        return switch (type) {
            case TypeRef.NonNull(TypeRef nullable) -> isSubtype(nullable, expected.unwrapNonNull(), named);
            case TypeRef.ListOf(TypeRef item) ->
                expected instanceof TypeRef.ListOf(TypeRef expectedItem) && isSubtype(item, expectedItem, named);
            case TypeRef.Named(String name) ->
                expected instanceof TypeRef.Named(String expectedName)
                        && (name.equals(expectedName) || (named && isSupertype(expectedName, name)));
        };
    }

    private boolean isSupertype(String supertype, String type) {
        return supertypes.getOrDefault(type, Set.of()).contains(supertype);
    }
}
