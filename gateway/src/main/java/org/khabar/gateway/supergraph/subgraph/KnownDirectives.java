package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.FederationDirective;

/** Checks that every directive that a subgraph applies is defined, imported or GraphQL's own. */
final class KnownDirectives {
    private static final Set<String> GRAPHQL_OWN = Set.of("deprecated", "specifiedBy", "oneOf");

    private KnownDirectives() {}

    static void check(SubgraphSchema schema, CompositionLog log) {
        for (TypeDecl type : schema.types().values()) {
            Stream.concat(Stream.of(type.annotations()), members(type))
                    .flatMap(annotations -> annotations.others().stream())
                    .map(directive -> directive.getName())
                    .distinct()
                    .filter(name -> !isKnown(schema, name))
                    .forEach(name -> log.error(
                            INVALID_GRAPHQL,
                            schema.name(),
                            type.name(),
                            "Unknown directive @" + name + " on " + type.name() + " of \"" + schema.name() + "\"."
                                    + hint(name)));
        }
    }

    private static Stream<Annotations> members(TypeDecl type) {
        return switch (type) {
            case FieldedDecl fielded ->
                fielded.fields().values().stream()
                        .flatMap(field -> Stream.concat(
                                Stream.of(field.annotations()),
                                field.arguments().values().stream().map(InputValueDecl::annotations)));
            case EnumDecl values -> values.values().values().stream().map(EnumDecl.Value::annotations);
            case InputObjectDecl input -> input.fields().values().stream().map(InputValueDecl::annotations);
            case UnionDecl _, ScalarDecl _ -> Stream.empty();
        };
    }

    private static boolean isKnown(SubgraphSchema schema, String name) {
        return GRAPHQL_OWN.contains(name)
                || schema.directives().containsKey(name)
                || schema.links().defineDirective(name);
    }

    private static String hint(String name) {
        boolean federations = Arrays.stream(FederationDirective.values())
                .anyMatch(directive -> directive.specName().equals(name));
        return federations
                ? " To mean federation's, import it: @link(url: \"https://specs.apollo.dev/federation/v2.9\", import:"
                        + " [\"@"
                        + name + "\"])."
                : "";
    }
}
