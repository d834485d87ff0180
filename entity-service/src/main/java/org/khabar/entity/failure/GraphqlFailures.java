package org.khabar.entity.failure;

import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.cdi.event.AfterExecute;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Gives every GraphQL error its {@code extensions.code} and nothing else: SmallRye's own extensions name exception
 * classes, and its codes are derived from those names.
 */
@ApplicationScoped
class GraphqlFailures {

    private static final Logger LOG = Logger.getLogger(GraphqlFailures.class);
    private static final int MAX_CAUSES = 10;
    private static final String INTERNAL_MESSAGE = "The service failed; the failure is logged.";

    private final int mostErrors;

    GraphqlFailures(FailureConfig config) {
        this.mostErrors = config.max();
    }

    void shapeErrors(@Observes @AfterExecute Context context) {
        ExecutionResult result = context.unwrap(ExecutionResult.class);
        if (result == null || result.getErrors().isEmpty()) {
            return;
        }
        List<GraphQLError> shaped = shaped(result.getErrors());
        ((SmallRyeContext) context).setExecutionResult(result.transform(builder -> builder.errors(shaped)));
    }

    /** Errors in the shape that clients see, and not too many; those that have it already stay as they are. */
    List<GraphQLError> shaped(List<GraphQLError> errors) {
        return errors.stream().limit(mostErrors).map(GraphqlFailures::shape).toList();
    }

    private static GraphQLError shape(GraphQLError error) {
        if (error instanceof CodedError) {
            return error;
        }
        if (error instanceof ExceptionWhileDataFetching fetching) {
            return ofException(error, unwrap(fetching.getException()));
        }
        if (error instanceof AbortExecutionException) {
            return coded(error, ErrorCode.LIMIT_EXCEEDED, error.getMessage());
        }
        if (error.getErrorType() instanceof ErrorType type) {
            return ofType(error, type);
        }
        LOG.errorf("Unexpected GraphQL error: %s", error);
        return coded(error, ErrorCode.INTERNAL, INTERNAL_MESSAGE);
    }

    private static GraphQLError ofType(GraphQLError error, ErrorType type) {
        return switch (type) {
            case InvalidSyntax -> coded(error, ErrorCode.GRAPHQL_PARSE_FAILED, error.getMessage());
            case ValidationError, OperationNotSupported ->
                coded(error, ErrorCode.GRAPHQL_VALIDATION_FAILED, error.getMessage());
            case ExecutionAborted -> coded(error, ErrorCode.LIMIT_EXCEEDED, error.getMessage());
            case DataFetchingException -> coded(error, ErrorCode.BAD_USER_INPUT, error.getMessage());
            case NullValueInNonNullableField -> {
                LOG.errorf("A field that is never null was null: %s", error);
                yield coded(error, ErrorCode.INTERNAL, INTERNAL_MESSAGE);
            }
        };
    }

    private static GraphQLError ofException(GraphQLError error, Throwable cause) {
        return switch (cause) {
            case RequestFailure failure ->
                new CodedError(error, failure.code(), failure.getMessage(), failure.details());
            case UnauthorizedException unauthorized ->
                coded(error, ErrorCode.UNAUTHENTICATED, "A valid bearer token is needed.");
            case ForbiddenException forbidden ->
                coded(error, ErrorCode.FORBIDDEN, "Your roles do not allow this operation.");
            default -> {
                LOG.errorf(cause, "Unexpected failure of the GraphQL field %s", error.getPath());
                yield coded(error, ErrorCode.INTERNAL, INTERNAL_MESSAGE);
            }
        };
    }

    private static GraphQLError coded(GraphQLError error, ErrorCode code, String message) {
        return new CodedError(error, code, message, Map.of());
    }

    /** The exception that says why, within those that SmallRye and futures put around it. */
    private static Throwable unwrap(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; depth < MAX_CAUSES && current.getCause() != null && !isOurs(current); depth++) {
            current = current.getCause();
        }
        return isOurs(current) ? current : failure;
    }

    private static boolean isOurs(Throwable failure) {
        return failure instanceof RequestFailure
                || failure instanceof UnauthorizedException
                || failure instanceof ForbiddenException;
    }
}
