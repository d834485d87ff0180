package org.khabar.gateway.differential;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A subgraph's server. */
final class SubgraphServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, @Nullable Object>> MAP = new TypeReference<>() {};

    private final Domain domain;
    private final GraphQL graphql;
    private final EntityFinder entities;
    private final NodeFetcher fields;

    /**
     * A server.
     *
     * @param overridden its fields that others override
     */
    SubgraphServer(Domain domain, World world, SubgraphModel model, Set<String> overridden) {
        this.domain = domain;
        this.entities = new EntityFinder(domain, world, model.directives());
        this.fields = new NodeFetcher(domain, world, new SubgraphKnowledge(model.directives(), overridden));
        DataFetcher<Object> fetcher = this::fetch;
        GraphQLSchema schema = new SchemaGenerator()
                .makeExecutableSchema(model.executable(), new Wiring(fetcher, this::typeHere).build());
        this.graphql = GraphQL.newGraphQL(schema).build();
    }

    /** Answers a request's body. */
    byte[] answer(byte[] body, Map<Object, Object> context) {
        try {
            Map<String, @Nullable Object> request = JSON.readValue(body, MAP);
            Object variables = request.getOrDefault("variables", Map.of());
            ExecutionInput input = ExecutionInput.newExecutionInput(String.valueOf(request.get("query")))
                    .variables(JSON.convertValue(variables, MAP))
                    .graphQLContext(context)
                    .build();
            return JSON.writeValueAsBytes(graphql.execute(input).toSpecification());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Object fetch(DataFetchingEnvironment environment) throws Exception {
        if (!environment.getFieldDefinition().getName().equals("_entities")) {
            return fields.get(environment);
        }
        List<Map<String, @Nullable Object>> representations = environment.getArgument("representations");
        return entities.find(Objects.requireNonNull(representations));
    }

    /** A node's type in this subgraph, which may know it by an interface's name alone. */
    private GraphQLObjectType typeHere(Node node, TypeResolutionEnvironment environment) {
        GraphQLSchema schema = environment.getSchema();
        return Stream.concat(Stream.of(node.type()), domain.listInterfaces(node.type()).stream())
                .filter(name -> schema.getType(name) instanceof GraphQLObjectType)
                .map(schema::getObjectType)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No type for " + node.identity()));
    }
}
