package org.khabar.gateway.execute;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks variables against the operation's definitions (GraphQL spec, Coercing Variable Values). */
public final class VariableCoercion {
    private VariableCoercion() {}

    /**
     * The variables as they came, with Boolean defaults filled in, which conditions need.
     *
     * @throws VariableException when one does not fit its type
     */
    public static Map<String, @Nullable Object> coerce(
            GraphQLSchema schema, OperationDefinition operation, Map<String, @Nullable Object> raw) {
        CoercedVariables coerced = check(schema, operation, raw);
        Map<String, @Nullable Object> variables = new LinkedHashMap<>(raw);
        coerced.toMap().forEach((name, value) -> {
            if (value instanceof Boolean) {
                variables.putIfAbsent(name, value);
            }
        });
        return variables;
    }

    private static CoercedVariables check(
            GraphQLSchema schema, OperationDefinition operation, Map<String, @Nullable Object> raw) {
        try {
            return ValuesResolver.coerceVariableValues(
                    schema,
                    operation.getVariableDefinitions(),
                    RawVariables.of(raw),
                    GraphQLContext.getDefault(),
                    Locale.ENGLISH);
        } catch (GraphQLException e) {
            throw new VariableException(String.valueOf(e.getMessage()));
        }
    }
}
