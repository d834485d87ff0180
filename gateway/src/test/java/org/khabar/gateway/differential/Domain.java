package org.khabar.gateway.differential;

import graphql.language.ObjectTypeDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schema of the domain, and what all servers know of it.
 *
 * @param registry the monolith's type definitions
 * @param schema the monolith's schema, to look things up in
 * @param computed for each computed field, by coordinate, what it is made of
 */
record Domain(TypeDefinitionRegistry registry, GraphQLSchema schema, Map<String, SelectionSet> computed) {

    /** The domain of {@code monolith.graphql}. */
    static Domain load() {
        TypeDefinitionRegistry registry = new SchemaParser().parse(Resource.text("monolith.graphql"));
        Map<String, SelectionSet> computed = new LinkedHashMap<>();
        for (ObjectTypeDefinition type : registry.getTypes(ObjectTypeDefinition.class)) {
            type.getFieldDefinitions()
                    .forEach(field -> field.getDirectives("computed").forEach(directive -> {
                        StringValue from =
                                (StringValue) directive.getArgument("from").getValue();
                        computed.put(type.getName() + "." + field.getName(), FieldSets.parse(from.getValue()));
                    }));
        }
        return new Domain(registry, UnExecutableSchemaGenerator.makeUnExecutableSchema(registry), computed);
    }

    /** The object types that a value of a type can have. */
    Set<String> possibleTypes(String type) {
        @Nullable GraphQLNamedType found = (GraphQLNamedType) schema.getType(type);
        Stream<? extends GraphQLNamedType> objects = switch (found) {
            case GraphQLObjectType object -> Stream.of(object);
            case GraphQLInterfaceType contract -> schema.getImplementations(contract).stream();
            case GraphQLUnionType union -> union.getTypes().stream();
            case null, default -> Stream.empty();
        };
        return objects.map(GraphQLNamedType::getName).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The interfaces that an object type implements. */
    List<String> listInterfaces(String type) {
        return schema.getObjectType(type).getInterfaces().stream()
                .map(GraphQLNamedType::getName)
                .toList();
    }
}
