package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;
import static org.khabar.gateway.supergraph.CompositionCode.ROOT_MUTATION_USED;
import static org.khabar.gateway.supergraph.CompositionCode.ROOT_QUERY_USED;
import static org.khabar.gateway.supergraph.CompositionCode.ROOT_SUBSCRIPTION_USED;

import graphql.language.Document;
import graphql.language.OperationTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.khabar.gateway.supergraph.CompositionCode;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.TypeRef;

/**
 * Gives root types the names that they have in the supergraph.
 *
 * @param renamed new name by the name in the subgraph
 */
record RootNames(Map<String, String> renamed) {
    private static final Map<String, String> USUAL =
            Map.of("query", "Query", "mutation", "Mutation", "subscription", "Subscription");
    private static final Map<String, CompositionCode> CODES =
            Map.of("Query", ROOT_QUERY_USED, "Mutation", ROOT_MUTATION_USED, "Subscription", ROOT_SUBSCRIPTION_USED);

    static RootNames read(String subgraph, Document document, CompositionLog log) {
        List<OperationTypeDefinition> roots = document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getOperationTypeDefinitions().stream())
                .toList();
        checkDistinct(subgraph, roots, log);
        Map<String, String> renamed = new LinkedHashMap<>();
        roots.forEach(
                root -> renamed.put(root.getTypeName().getName(), USUAL.getOrDefault(root.getName(), root.getName())));
        List<String> declared = document.getDefinitions().stream()
                .filter(TypeDefinition.class::isInstance)
                .map(type -> ((TypeDefinition<?>) type).getName())
                .toList();
        renamed.forEach((local, usual) -> {
            if (!local.equals(usual) && declared.contains(usual) && !renamed.containsKey(usual)) {
                log.error(
                        CODES.getOrDefault(usual, ROOT_QUERY_USED),
                        subgraph,
                        usual,
                        "The schema's root type is " + local + ", and yet it has another type named " + usual
                                + "; in the supergraph the root type takes that name.");
            }
        });
        return new RootNames(renamed);
    }

    /** Each operation has a type of its own. */
    private static void checkDistinct(String subgraph, List<OperationTypeDefinition> roots, CompositionLog log) {
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, String> operations = new LinkedHashMap<>();
        for (OperationTypeDefinition root : roots) {
            String type = root.getTypeName().getName();
            String otherType = types.putIfAbsent(root.getName(), type);
            String otherOperation = operations.putIfAbsent(type, root.getName());
            if (otherType != null && !otherType.equals(type)) {
                String what = "names two types for " + root.getName() + ": " + otherType + " and " + type + ".";
                log.error(INVALID_GRAPHQL, subgraph, "schema", "The schema of \"" + subgraph + "\" " + what);
            }
            if (otherOperation != null && !otherOperation.equals(root.getName())) {
                String what = "names " + type + " both for " + otherOperation + " and for " + root.getName() + ".";
                log.error(INVALID_GRAPHQL, subgraph, "schema", "The schema of \"" + subgraph + "\" " + what);
            }
        }
    }

    String rename(String type) {
        return renamed.getOrDefault(type, type);
    }

    TypeRef rename(TypeRef type) {
        return switch (type) {
            case TypeRef.Named(String name) -> new TypeRef.Named(rename(name));
            case TypeRef.ListOf(TypeRef item) -> new TypeRef.ListOf(rename(item));
            case TypeRef.NonNull(TypeRef nullable) -> new TypeRef.NonNull(rename(nullable));
        };
    }
}
