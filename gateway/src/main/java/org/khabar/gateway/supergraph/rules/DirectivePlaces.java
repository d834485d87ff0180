package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.EnumDecl;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.InputObjectDecl;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;
import org.khabar.gateway.supergraph.subgraph.ScalarDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;
import org.khabar.gateway.supergraph.subgraph.TypeDecl;
import org.khabar.gateway.supergraph.subgraph.TypeKind;
import org.khabar.gateway.supergraph.subgraph.UnionDecl;

/** Federation's directives stand where their definitions allow it, and as often. Elsewhere they would do nothing. */
final class DirectivePlaces implements SubgraphRule {
    /** {@code @shareable} may be repeated by its definition and must not be by its rule. */
    private static final Set<FederationDirective> REPEATABLE = EnumSet.of(
            FederationDirective.KEY,
            FederationDirective.TAG,
            FederationDirective.SHAREABLE,
            FederationDirective.CONTEXT);

    private static final Map<FederationDirective, Set<Place>> PLACES = places();

    @Override
    public void check(SubgraphSchema subgraph, CompositionLog log) {
        Check check = new Check(subgraph, log);
        subgraph.types().values().forEach(check::type);
    }

    private static Map<FederationDirective, Set<Place>> places() {
        Map<FederationDirective, Set<Place>> places = new EnumMap<>(FederationDirective.class);
        Set<Place> guarded = EnumSet.of(Place.OBJECT, Place.INTERFACE, Place.SCALAR, Place.ENUM, Place.FIELD);
        for (FederationDirective directive : FederationDirective.values()) {
            places.put(
                    directive,
                    switch (directive) {
                        case KEY, EXTENDS -> EnumSet.of(Place.OBJECT, Place.INTERFACE);
                        case REQUIRES, PROVIDES, OVERRIDE, LIST_SIZE -> EnumSet.of(Place.FIELD);
                        case EXTERNAL, SHAREABLE -> EnumSet.of(Place.OBJECT, Place.FIELD);
                        case INTERFACE_OBJECT -> EnumSet.of(Place.OBJECT);
                        case COMPOSE_DIRECTIVE -> EnumSet.noneOf(Place.class);
                        case TAG, INACCESSIBLE -> EnumSet.allOf(Place.class);
                        case AUTHENTICATED, REQUIRES_SCOPES, POLICY -> guarded;
                        case CONTEXT -> EnumSet.of(Place.OBJECT, Place.INTERFACE, Place.UNION);
                        case FROM_CONTEXT -> EnumSet.of(Place.ARGUMENT);
                        case COST ->
                            EnumSet.of(
                                    Place.OBJECT,
                                    Place.SCALAR,
                                    Place.ENUM,
                                    Place.FIELD,
                                    Place.ARGUMENT,
                                    Place.INPUT_FIELD);
                    });
        }
        return places;
    }

    /** The places of a schema that a directive can be on. */
    private enum Place {
        OBJECT,
        INTERFACE,
        UNION,
        SCALAR,
        ENUM,
        INPUT_OBJECT,
        FIELD,
        ARGUMENT,
        INPUT_FIELD,
        ENUM_VALUE;

        static Place of(TypeKind kind) {
            return switch (kind) {
                case OBJECT -> OBJECT;
                case INTERFACE -> INTERFACE;
                case UNION -> UNION;
                case ENUM -> ENUM;
                case SCALAR -> SCALAR;
                case INPUT_OBJECT -> INPUT_OBJECT;
            };
        }
    }

    private record Check(SubgraphSchema subgraph, CompositionLog log) {

        void type(TypeDecl type) {
            check(type.name(), Place.of(type.kind()), type.annotations());
            switch (type) {
                case FieldedDecl fielded -> fielded.fields().values().forEach(field -> field(type.name(), field));
                case EnumDecl known ->
                    known.values()
                            .values()
                            .forEach(value ->
                                    check(type.name() + "." + value.name(), Place.ENUM_VALUE, value.annotations()));
                case InputObjectDecl input ->
                    input.fields()
                            .values()
                            .forEach(field ->
                                    check(type.name() + "." + field.name(), Place.INPUT_FIELD, field.annotations()));
                case UnionDecl _, ScalarDecl _ -> {}
            }
        }

        private void field(String type, FieldDecl field) {
            String coordinate = type + "." + field.name();
            check(coordinate, Place.FIELD, field.annotations());
            for (InputValueDecl argument : field.arguments().values()) {
                check(coordinate + "(" + argument.name() + ":)", Place.ARGUMENT, argument.annotations());
            }
        }

        private void check(String coordinate, Place place, Annotations annotations) {
            annotations.federation().forEach((directive, applied) -> {
                if (!PLACES.getOrDefault(directive, Set.of()).contains(place)) {
                    report(coordinate, directive + " has no place there");
                } else if (applied.size() > 1 && !REPEATABLE.contains(directive)) {
                    report(coordinate, directive + " stands there more than once");
                }
            });
        }

        private void report(String coordinate, String what) {
            log.error(
                    INVALID_GRAPHQL,
                    subgraph.name(),
                    coordinate,
                    coordinate + " of \"" + subgraph.name() + "\": " + what + ".");
        }
    }
}
