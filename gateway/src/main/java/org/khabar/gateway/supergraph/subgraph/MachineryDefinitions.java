package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.DIRECTIVE_DEFINITION_INVALID;
import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;
import static org.khabar.gateway.supergraph.CompositionCode.TYPE_DEFINITION_INVALID;

import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.util.Map;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.link.Link;
import org.khabar.gateway.supergraph.link.Links;

/** Checks that what a subgraph defines under federation's names, and GraphQL's, is what those mean by them. */
final class MachineryDefinitions {
    private static final Map<String, Class<?>> KINDS = Map.of(
            "_Any", ScalarTypeDefinition.class,
            "_FieldSet", ScalarTypeDefinition.class,
            "_Entity", UnionTypeDefinition.class,
            "_Service", ObjectTypeDefinition.class);
    private static final Map<FederationDirective, String> NEEDED = Map.of(
            FederationDirective.KEY, "fields",
            FederationDirective.REQUIRES, "fields",
            FederationDirective.PROVIDES, "fields",
            FederationDirective.OVERRIDE, "from",
            FederationDirective.TAG, "name");

    private final String subgraph;
    private final Links links;
    private final CompositionLog log;

    private MachineryDefinitions(String subgraph, Links links, CompositionLog log) {
        this.subgraph = subgraph;
        this.links = links;
        this.log = log;
    }

    static void check(String subgraph, Document document, Links links, CompositionLog log) {
        MachineryDefinitions check = new MachineryDefinitions(subgraph, links, log);
        document.getDefinitions().stream()
                .filter(TypeDefinition.class::isInstance)
                .forEach(type -> check.checkType((TypeDefinition<?>) type));
        document.getDefinitionsOfType(DirectiveDefinition.class).forEach(check::checkDirective);
    }

    private void checkType(TypeDefinition<?> type) {
        if (Machinery.SCALARS.contains(type.getName()) && !(type instanceof ScalarTypeDefinition)) {
            String what = "Type " + type.getName() + " of \"" + subgraph + "\" is GraphQL's, and a scalar.";
            log.error(INVALID_GRAPHQL, subgraph, type.getName(), what);
        }
        Class<?> expected = isFederationScalar(type.getName()) ? ScalarTypeDefinition.class : KINDS.get(type.getName());
        if (expected != null && !expected.isInstance(type)) {
            String what =
                    "Type " + type.getName() + " of \"" + subgraph + "\" is federation's, but of another kind there.";
            log.error(TYPE_DEFINITION_INVALID, subgraph, type.getName(), what);
        }
    }

    private boolean isFederationScalar(String type) {
        return links.find(Links.FEDERATION)
                .filter(link -> isScalarOf(link, type))
                .isPresent();
    }

    private static boolean isScalarOf(Link link, String type) {
        return Stream.of("FieldSet", "Scope", "Policy", "ContextFieldValue")
                .anyMatch(scalar -> type.equals(link.namespace() + "__" + scalar)
                        || type.equals(link.imports().get(scalar)));
    }

    private void checkDirective(DirectiveDefinition directive) {
        FederationDirective meant = links.directives().get(directive.getName());
        String needed = meant == null ? null : NEEDED.get(meant);
        if (needed != null
                && directive.getInputValueDefinitions().stream().noneMatch(argument -> isNamed(argument, needed))) {
            String what = "The definition of @" + directive.getName() + " of \"" + subgraph + "\" lacks the argument "
                    + needed + ", which federation's " + meant + " has.";
            log.error(DIRECTIVE_DEFINITION_INVALID, subgraph, "@" + directive.getName(), what);
        }
    }

    private static boolean isNamed(InputValueDefinition argument, String name) {
        return argument.getName().equals(name);
    }
}
