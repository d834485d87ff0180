package org.khabar.entity.graphql;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.QuarkusDefaultDataFetcher;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.RequestContextHelper;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.execution.datafetcher.DefaultDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import org.jspecify.annotations.Nullable;

/** Calls a resolver on the virtual thread at hand, as Quarkus calls those that do not block; on other threads as it does. */
final class SameThreadFetcher extends DefaultDataFetcher<Object, Object> {

    private final QuarkusDefaultDataFetcher<Object, Object> elsewhere;

    SameThreadFetcher(Operation operation, @Nullable Type type) {
        super(operation, type);
        elsewhere = new QuarkusDefaultDataFetcher<>(operation, type);
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        if (!Thread.currentThread().isVirtual()) {
            return elsewhere.get(environment);
        }
        DataFetcherResult.Builder<Object> result =
                DataFetcherResult.newResult().localContext(environment.getGraphQlContext());
        try {
            Object[] arguments = argumentHelper.getArguments(environment).toArray();
            return invokeAndTransform(context(environment), environment, result, arguments);
        } catch (AbstractDataFetcherException unusable) {
            return unusable.appendDataFetcherResult(result, environment).build();
        }
    }

    /** For the resolver to ask for its environment; without the list of all that is selected below, which SmallRye makes. */
    private static Context context(DataFetchingEnvironment environment) {
        SmallRyeContext context =
                SmallRyeContextManager.restoreSmallRyeContext(environment).clone();
        context.setDataFetchingEnvironment(environment);
        SmallRyeContextManager.restore(context);
        return context;
    }

    @Override
    public <T> T invokeAndTransform(
            Context context,
            DataFetchingEnvironment environment,
            DataFetcherResult.Builder<Object> result,
            Object[] arguments)
            throws Exception {
        ManagedContext request = Arc.container().requestContext();
        try {
            RequestContextHelper.reactivate(request, environment);
            return super.invokeAndTransform(context, environment, result, arguments);
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            request.deactivate();
        }
    }
}
