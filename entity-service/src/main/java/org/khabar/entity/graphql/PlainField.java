package org.khabar.entity.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One field, read by calling its method; scalars of other classes than GraphQL's are written as SmallRye writes them. */
final class PlainField implements PlugableDataFetcher<@Nullable Object>, LightDataFetcher<@Nullable Object> {

    private final Method method;
    private final @Nullable FieldHelper transformation;

    private PlainField(Method method, @Nullable FieldHelper transformation) {
        this.method = method;
        this.transformation = transformation;
    }

    /** @throws IllegalStateException when the class has no such public method */
    static PlainField of(Field field, Reference owner) {
        try {
            Method method =
                    ClassloadingService.get().loadClass(owner.getClassName()).getMethod(field.getMethodName());
            return new PlainField(method, isGraphqls(field) ? null : new FieldHelper(field));
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Whether its values, or those in its list, are given to GraphQL as they are. */
    private static boolean isGraphqls(Field field) {
        Reference reference = field.getReference();
        boolean list = !field.hasWrapper() || field.getWrapper().isCollection();
        return list
                && (reference.getType() != ReferenceType.SCALAR
                        || reference.getClassName().equals(reference.getGraphQLClassName()));
    }

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition definition, @Nullable Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        Object value = call(source);
        return transformation == null || value == null ? value : transformed(value, transformation);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
    }

    /** The environment is left out, which costs more to make than the value: SmallRye looks at it for maps alone. */
    private static @Nullable Object transformed(Object value, FieldHelper transformation) throws Exception {
        return transformation.transformOrAdaptResponse(value, null);
    }

    private @Nullable Object call(@Nullable Object source) throws Exception {
        try {
            return method.invoke(source);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
