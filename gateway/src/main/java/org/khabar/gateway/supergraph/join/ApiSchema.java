package org.khabar.gateway.supergraph.join;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.DirectiveDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.OperationTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.errors.SchemaProblem;
import graphql.schema.validation.InvalidSchemaException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.InvalidSupergraphException;

/** Makes the schema that clients see: no machinery, nothing inaccessible. */
final class ApiSchema {
    private static final SchemaGenerator.Options OPTIONS =
            SchemaGenerator.Options.defaultOptions().useCommentsAsDescriptions(false);
    private static final Set<DirectiveLocation> EXECUTABLE = Set.of(
            DirectiveLocation.QUERY,
            DirectiveLocation.MUTATION,
            DirectiveLocation.SUBSCRIPTION,
            DirectiveLocation.FIELD,
            DirectiveLocation.FRAGMENT_DEFINITION,
            DirectiveLocation.FRAGMENT_SPREAD,
            DirectiveLocation.INLINE_FRAGMENT,
            DirectiveLocation.VARIABLE_DEFINITION);
    private static final Set<String> BUILT_IN =
            Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf", "defer", "stream");
    /** What the gateway itself does for clients, whatever its services can. */
    private static final List<DirectiveDefinition> OWN =
            Parser.parse("""
                    directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
                    directive @stream(if: Boolean! = true, label: String, initialCount: Int = 0) on FIELD
                    """).getDefinitionsOfType(DirectiveDefinition.class);

    private ApiSchema() {}

    static GraphQLSchema of(JoinDocument join, Map<Operation, String> roots) {
        AccessibleElements accessible = new AccessibleElements(join);
        List<? extends TypeDefinition<?>> types = join.types().stream()
                .map(accessible::withoutHidden)
                .filter(Objects::nonNull)
                .toList();
        TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
        Stream.<SDLDefinition<?>>concat(
                        Stream.concat(Stream.of(schemaDefinition(accessible, roots)), types.stream()),
                        Stream.concat(OWN.stream(), executableDirectives(join)))
                .forEach(definition -> registry.add(definition).ifPresent(error -> {
                    throw new InvalidSupergraphException("The supergraph is invalid: " + error.getMessage());
                }));
        return generate(registry);
    }

    private static GraphQLSchema generate(TypeDefinitionRegistry registry) {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new PassiveWiring())
                .build();
        try {
            return new SchemaGenerator().makeExecutableSchema(OPTIONS, registry, wiring);
        } catch (SchemaProblem | InvalidSchemaException invalid) {
            throw new InvalidSupergraphException("The supergraph is invalid: " + invalid.getMessage(), invalid);
        }
    }

    private static SchemaDefinition schemaDefinition(AccessibleElements accessible, Map<Operation, String> roots) {
        SchemaDefinition.Builder schema = SchemaDefinition.newSchemaDefinition();
        roots.forEach((operation, type) -> {
            if (accessible.isVisible(type)) {
                schema.operationTypeDefinition(OperationTypeDefinition.newOperationTypeDefinition()
                        .name(operation.name().toLowerCase(Locale.ROOT))
                        .typeName(TypeName.newTypeName(type).build())
                        .build());
            }
        });
        return schema.build();
    }

    private static Stream<DirectiveDefinition> executableDirectives(JoinDocument join) {
        return join.document().getDefinitionsOfType(DirectiveDefinition.class).stream()
                .filter(directive -> !BUILT_IN.contains(directive.getName()))
                .filter(directive -> !join.links().defineDirective(directive.getName()))
                .filter(ApiSchema::isExecutable);
    }

    private static boolean isExecutable(DirectiveDefinition directive) {
        return directive.getDirectiveLocations().stream()
                .anyMatch(location -> EXECUTABLE.contains(DirectiveLocation.valueOf(location.getName())));
    }
}
