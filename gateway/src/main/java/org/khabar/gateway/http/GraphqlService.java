package org.khabar.gateway.http;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionInput;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.execute.VariableCoercion;
import org.khabar.gateway.execute.VariableException;
import org.khabar.gateway.schema.SchemaKeeper;
import org.khabar.gateway.schema.SchemaState;
import org.khabar.gateway.schema.ServedSchema;

/** Answers GraphQL requests: prepares the operation, checks the variables, runs the plan. */
@Singleton
class GraphqlService {
    private final SchemaKeeper keeper;
    private final OperationPreparer preparer;
    private final HttpConfig config;

    GraphqlService(SchemaKeeper keeper, OperationPreparer preparer, HttpConfig config) {
        this.keeper = keeper;
        this.preparer = preparer;
        this.config = config;
    }

    /** The schema that is served now. */
    ServedSchema schema() {
        return switch (keeper.state()) {
            case SchemaState.Serving serving -> serving.schema();
            case SchemaState.Waiting(List<String> _) ->
                throw RequestException.unavailable("The gateway is waiting for its services");
        };
    }

    Future<PreparedOperation> prepare(ServedSchema schema, GraphqlRequest request) {
        return preparer.prepare(schema, request);
    }

    /** Runs a prepared operation. Cancelling the future gives up its fetches. */
    CompletableFuture<ExecutionResult> execute(
            ServedSchema schema, PreparedOperation prepared, GraphqlRequest request, Map<String, String> forwarded) {
        return schema.executor()
                .execute(
                        prepared.plan(),
                        new ExecutionInput(variables(schema, prepared, request), forwarded, config.requestTimeout()));
    }

    private static Map<String, @Nullable Object> variables(
            ServedSchema schema, PreparedOperation prepared, GraphqlRequest request) {
        try {
            return VariableCoercion.coerce(schema.supergraph().apiSchema(), prepared.operation(), request.variables());
        } catch (VariableException e) {
            throw RequestException.refused(String.valueOf(e.getMessage()), "BAD_USER_INPUT");
        }
    }
}
