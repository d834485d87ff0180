package org.khabar.entity.graphql;

import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.spi.DataFetcherService;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields that are methods of their objects, without a context for each. SmallRye makes one for every field of
 * every object, with a list of all that is selected below it, which nobody asks such a field for; for a list of some
 * thousand values that was most of the service's work. Fields of maps and with adapters stay SmallRye's. So do resolvers but
 * those that are {@link OnSameThread}.
 */
public final class PlainFields implements DataFetcherService {

    /** Before that of Quarkus, which is 1. */
    private static final int PRIORITY = 0;

    @Override
    public Integer getPriority() {
        return PRIORITY;
    }

    @Override
    public @Nullable PlugableDataFetcher<?> getFieldDataFetcher(Field field, @Nullable Type type, Reference owner) {
        return isPlain(field) ? PlainField.of(field, owner) : null;
    }

    @Override
    public @Nullable PlugableBatchableDataFetcher<?, ?> getDefaultDataFetcher(
            Operation operation, @Nullable Type type) {
        boolean sameThread = Arrays.stream(ClassloadingService.get()
                        .loadClass(operation.getClassName())
                        .getMethods())
                .filter(method -> method.getName().equals(operation.getMethodName()))
                .anyMatch(method -> method.isAnnotationPresent(OnSameThread.class));
        return sameThread ? new SameThreadFetcher(operation, type) : null;
    }

    private static boolean isPlain(Field field) {
        Reference reference = field.getReference();
        boolean adapted = field.isAdaptingTo()
                || field.isAdaptingWith()
                || reference.isAdaptingTo()
                || reference.isAdaptingWith();
        boolean map = field.hasWrapper() && field.getWrapper().isMap();
        return field.getMethodName() != null && !adapted && !map;
    }
}
