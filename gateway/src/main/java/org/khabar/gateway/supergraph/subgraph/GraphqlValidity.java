package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;

import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.Map;
import org.khabar.gateway.supergraph.CompositionLog;

/**
 * Checks GraphQL's own rules: types exist, interfaces are implemented, and so on. The schema is generated for that, without
 * federation's directives, and thrown away.
 */
final class GraphqlValidity {
    private GraphqlValidity() {}

    static void check(SubgraphSchema schema, CompositionLog log) {
        TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
        DeclPrinter printer = new DeclPrinter();
        Map<String, TypeDecl> types = schema.types();
        types.values()
                .forEach(type -> registry.add(printer.print(type)).ifPresent(error -> report(schema, log, error)));
        if (!types.containsKey("Query")) {
            registry.add(DeclPrinter.emptyQuery());
        }
        try {
            generate(registry);
        } catch (SchemaProblem problem) {
            problem.getErrors().forEach(error -> report(schema, log, error));
        } catch (GraphQLException problem) {
            report(schema, log, String.valueOf(problem.getMessage()));
        }
    }

    private static GraphQLSchema generate(TypeDefinitionRegistry registry) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(registry);
    }

    private static void report(SubgraphSchema schema, CompositionLog log, GraphQLError error) {
        report(schema, log, String.valueOf(error.getMessage()));
    }

    private static void report(SubgraphSchema schema, CompositionLog log, String message) {
        log.error(INVALID_GRAPHQL, schema.name(), "", "In \"" + schema.name() + "\": " + message);
    }
}
