package org.khabar.gateway.execute;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.QueryPlan.Introspection;

/**
 * Answers what asks for the schema itself, beside the thread that asks, for a whole schema takes a while. The document
 * has been validated as part of the operation. Questions that would multiply the schema with itself are refused
 * ({@link GoodFaithIntrospection}).
 */
final class Introspector {
    private final GraphQL graphql;
    private final IntrospectionCache cache = new IntrospectionCache();

    Introspector(GraphQLSchema apiSchema) {
        this.graphql = GraphQL.newGraphQL(apiSchema)
                .preparsedDocumentProvider((input, _) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(
                        Objects.requireNonNull(input.getGraphQLContext().<Document>get(Document.class)))))
                .build();
    }

    CompletableFuture<SchemaAnswer> answer(Introspection asked, ExecutionInput input) {
        SchemaAnswer known = asked.constant() ? cache.find(asked.text()) : null;
        return known != null
                ? CompletableFuture.completedFuture(known)
                : CompletableFuture.supplyAsync(() -> ask(asked, input), Introspector::beside);
    }

    private static void beside(Runnable task) {
        Thread.ofVirtual().name("introspection").start(task);
    }

    private SchemaAnswer ask(Introspection asked, ExecutionInput input) {
        ExecutionResult result = graphql.execute(query -> query.query("introspection")
                .graphQLContext(Map.of(Document.class, asked.document()))
                .variables(input.variables()));
        List<ExecutionError> errors =
                result.getErrors().stream().map(Introspector::error).toList();
        Map<String, @Nullable Object> data = result.getData();
        Map<String, byte[]> fields = new HashMap<>();
        asked.leaves().keySet().forEach(key -> {
            Object value = data == null ? null : data.get(key);
            if (value != null) {
                fields.put(key, new JsonWriter(1024).value(value).toBytes());
            }
        });
        SchemaAnswer answer = new SchemaAnswer(fields, errors);
        if (asked.constant()) {
            cache.keep(asked.text(), answer);
        }
        return answer;
    }

    private static ExecutionError error(GraphQLError error) {
        boolean tooMuch = error instanceof GoodFaithIntrospection.BadFaithIntrospectionError;
        return ExecutionError.of(error.getMessage(), tooMuch ? "LIMIT_EXCEEDED" : "BAD_USER_INPUT", error.getPath());
    }
}
