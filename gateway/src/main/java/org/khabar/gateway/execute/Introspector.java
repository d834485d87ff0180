package org.khabar.gateway.execute;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.QueryPlan.Introspection;

/** Answers what asks for the schema itself. The document has been validated as part of the operation. */
final class Introspector {
    private final GraphQL graphql;

    Introspector(GraphQLSchema apiSchema) {
        this.graphql = GraphQL.newGraphQL(apiSchema)
                .preparsedDocumentProvider((input, _) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(
                        Objects.requireNonNull(input.getGraphQLContext().<Document>get(Document.class)))))
                .build();
    }

    void answer(Introspection asked, ExecutionInput input, Execution execution) {
        ExecutionResult result = graphql.execute(query -> query.query("introspection")
                .graphQLContext(Map.of(Document.class, asked.document()))
                .variables(input.variables()));
        for (GraphQLError error : result.getErrors()) {
            execution.add(ExecutionError.of(error.getMessage(), "BAD_USER_INPUT", error.getPath()));
        }
        Map<String, @Nullable Object> data = result.getData();
        asked.leaves().forEach((key, leaf) -> {
            Object value = data == null ? null : data.get(key);
            if (value != null) {
                execution.keep(leaf, new JsonWriter(1024).value(value).toBytes());
            }
        });
    }
}
