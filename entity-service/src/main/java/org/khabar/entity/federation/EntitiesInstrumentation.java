package org.khabar.entity.federation;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.Async;
import graphql.execution.DataFetcherResult;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DelegatingDataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands before SmallRye's {@code _entities}, which looks for a resolver with just the arguments that a representation
 * has fields, and fails as a whole when there is none for one of them.
 */
final class EntitiesInstrumentation extends SimplePerformantInstrumentation {

    private static final String FIELD = "_entities";
    private static final String ARGUMENT = "representations";

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        boolean entities = parameters.getExecutionStepInfo().getPath().getLevel() == 1
                && parameters.getField().getName().equals(FIELD);
        return entities ? environment -> resolve(fetcher, environment) : fetcher;
    }

    private static Object resolve(DataFetcher<?> resolvers, DataFetchingEnvironment environment) throws Exception {
        List<?> given = Objects.requireNonNull(environment.getArgument(ARGUMENT));
        Representations representations = Representations.of(given, environment.getGraphQLSchema());
        if (representations.usable().isEmpty()) {
            return result(representations, List.of(), environment);
        }
        Object answers = resolvers.get(new Usable(environment, representations.usable()));
        return Async.toCompletableFuture(answers)
                .thenApply(list -> result(representations, (List<?>) list, environment));
    }

    private static DataFetcherResult<List<@Nullable Object>> result(
            Representations representations, List<?> answers, DataFetchingEnvironment environment) {
        List<GraphQLError> errors = representations.problems().entrySet().stream()
                .map(problem -> error(problem.getKey(), problem.getValue(), environment))
                .toList();
        return DataFetcherResult.<List<@Nullable Object>>newResult()
                .data(representations.inPlace(answers))
                .errors(errors)
                .build();
    }

    private static GraphQLError error(int place, String problem, DataFetchingEnvironment environment) {
        return GraphqlErrorBuilder.newError(environment)
                .path(environment.getExecutionStepInfo().getPath().segment(place))
                .errorType(ErrorType.DataFetchingException)
                .message("The representation cannot be resolved: %s.", problem)
                .build();
    }

    /** The environment with other representations in it. */
    private static final class Usable extends DelegatingDataFetchingEnvironment {

        private final List<Map<String, Object>> representations;

        private Usable(DataFetchingEnvironment environment, List<Map<String, Object>> representations) {
            super(environment);
            this.representations = representations;
        }

        @Override
        @SuppressWarnings("unchecked") // the caller names the type
        public <T> T getArgument(String name) {
            return name.equals(ARGUMENT) ? (T) representations : super.getArgument(name);
        }

        @Override
        public Map<String, Object> getArguments() {
            return Map.of(ARGUMENT, representations);
        }
    }
}
