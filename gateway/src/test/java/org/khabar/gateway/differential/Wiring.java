package org.khabar.gateway.differential;

import graphql.GraphQLContext;
import graphql.TypeResolutionEnvironment;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Wires all fields of a schema to one fetcher, and all abstract types to one resolver.
 *
 * @param fetcher answers every field
 * @param resolver finds a node's type in the schema that is asked
 */
record Wiring(DataFetcher<Object> fetcher, BiFunction<Node, TypeResolutionEnvironment, GraphQLObjectType> resolver)
        implements WiringFactory {

    RuntimeWiring build() {
        return RuntimeWiring.newRuntimeWiring().wiringFactory(this).build();
    }

    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
        return fetcher;
    }

    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
        return this::resolve;
    }

    @Override
    public boolean providesTypeResolver(UnionWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
        return this::resolve;
    }

    private GraphQLObjectType resolve(TypeResolutionEnvironment environment) {
        return resolver.apply(environment.getObject(), environment);
    }

    @Override
    public boolean providesScalar(ScalarWiringEnvironment environment) {
        return !ScalarInfo.isGraphqlSpecifiedScalar(
                environment.getScalarTypeDefinition().getName());
    }

    @Override
    public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
        return GraphQLScalarType.newScalar()
                .name(environment.getScalarTypeDefinition().getName())
                .coercing(new AnyValue())
                .build();
    }

    /** Lets every value through. */
    private static final class AnyValue implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            return value;
        }
    }
}
