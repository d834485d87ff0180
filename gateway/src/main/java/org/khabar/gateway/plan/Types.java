package org.khabar.gateway.plan;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLDirective;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.khabar.gateway.supergraph.EnumType;
import org.khabar.gateway.supergraph.FieldedType;
import org.khabar.gateway.supergraph.InputType;
import org.khabar.gateway.supergraph.InterfaceType;
import org.khabar.gateway.supergraph.ObjectType;
import org.khabar.gateway.supergraph.ScalarType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;
import org.khabar.gateway.supergraph.UnionType;

/** Questions about the types of a supergraph as clients see them. */
final class Types {
    private final Supergraph supergraph;

    Types(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    boolean isComposite(String type) {
        return supergraph.findFieldedType(type).isPresent() || isUnion(type);
    }

    boolean isAbstract(String type) {
        return isUnion(type) || supergraph.types().get(type) instanceof InterfaceType;
    }

    private boolean isUnion(String type) {
        return supergraph.types().get(type) instanceof UnionType;
    }

    SupergraphField field(String type, String field) {
        return switch (supergraph.getType(type)) {
            case FieldedType fielded -> fielded.getField(field);
            case UnionType _, EnumType _, ScalarType _, InputType _ ->
                throw new IllegalArgumentException(type + " has no fields");
        };
    }

    /** Whether clients may write a directive on operations of a kind. */
    boolean allows(String directive, Operation kind) {
        GraphQLDirective definition = supergraph.apiSchema().getDirective(directive);
        return definition != null && definition.validLocations().contains(DirectiveLocation.valueOf(kind.name()));
    }

    Set<String> possibleTypes(String type) {
        return supergraph.possibleTypes(type);
    }

    boolean contains(String type, String object) {
        return type.equals(object) || possibleTypes(type).contains(object);
    }

    /**
     * What a type condition means inside another, at a place of a given type: the types to select on, none when no
     * object can be of both.
     *
     * @param place the type of the place
     * @param outer the condition around it; the place's type when there is none
     * @param inner the condition itself
     */
    List<String> narrow(String place, String outer, String inner) {
        if (inner.equals(outer) || isSubtype(outer, inner)) {
            return List.of(outer);
        }
        if (!isAbstract(inner)) {
            return contains(outer, inner) ? List.of(inner) : List.of();
        }
        if (outer.equals(place)) {
            return isSubtype(place, inner) ? List.of(place) : List.of(inner);
        }
        List<String> both = new ArrayList<>(possibleTypes(outer));
        both.retainAll(possibleTypes(inner));
        return both;
    }

    private boolean isSubtype(String type, String of) {
        return switch (supergraph.getType(type)) {
            case ObjectType _ -> contains(of, type);
            case InterfaceType fielded -> fielded.interfaces().contains(of);
            case UnionType _, EnumType _, ScalarType _, InputType _ -> false;
        };
    }
}
