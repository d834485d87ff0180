package org.khabar.gateway.differential;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers any field of the domain from the world, as the weather lets it. */
final class NodeFetcher implements DataFetcher<Object> {
    private final Domain domain;
    private final World world;
    private final Knowledge knowledge;
    private final ArgumentEffects effects;
    private final Computation computation;

    NodeFetcher(Domain domain, World world, Knowledge knowledge) {
        this.domain = domain;
        this.world = world;
        this.knowledge = knowledge;
        this.effects = new ArgumentEffects(world);
        this.computation = new Computation(domain, world);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        Node node = source(environment);
        knowledge.check(node, environment);
        String field = environment.getFieldDefinition().getName();
        Weather weather = environment.getGraphQlContext().get(Weather.class);
        Fate fate = weather.of(node, field);
        Object value = fate == Fate.CALM || fate == Fate.WARNING ? value(node, environment, weather) : null;
        if (node.type().equals("Mutation")) {
            value = stamped(value, environment);
        }
        return fate == Fate.ERROR || fate == Fate.WARNING ? failed(node, field, fate, value, environment) : value;
    }

    private Node source(DataFetchingEnvironment environment) {
        if (environment.getSource() instanceof Node node) {
            return node;
        }
        return world.root(((GraphQLNamedSchemaElement) environment.getParentType()).getName());
    }

    private @Nullable Object value(Node node, DataFetchingEnvironment environment, Weather weather) {
        String field = environment.getFieldDefinition().getName();
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(environment.getArguments());
        if (domain.computed().containsKey(node.type() + "." + field)) {
            return computation.compute(node, field, arguments, knowledge.sent(environment), weather);
        }
        GraphQLOutputType type = environment.getFieldType();
        Object raw = effects.apply(node.values().get(field), type, arguments);
        return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(type)) && !(raw instanceof List)
                ? raw
                : new Resolution(node, field, type, weather).resolve(raw, node.identity() + "." + field);
    }

    /** The results of mutations tell in which order they ran. */
    private static @Nullable Object stamped(@Nullable Object value, DataFetchingEnvironment environment) {
        AtomicInteger clock = environment.getGraphQlContext().get(AtomicInteger.class);
        int serial = clock.incrementAndGet();
        if (!(value instanceof Node node) || !node.type().equals("Receipt")) {
            return value;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(node.values());
        values.put("serial", serial);
        return new Node(node.type(), node.identity(), values, null);
    }

    private static Object failed(
            Node node, String field, Fate fate, @Nullable Object value, DataFetchingEnvironment environment) {
        return DataFetcherResult.newResult()
                .data(value)
                .error(GraphqlErrorBuilder.newError(environment)
                        .message("weather: " + fate + " at " + node.identity() + "." + field)
                        .extensions(Map.of("code", "WEATHER"))
                        .build())
                .build();
    }

    /** Turns a raw value into nodes and lists. */
    private final class Resolution {
        private final Node parent;
        private final String field;
        private final GraphQLOutputType type;
        private final Weather weather;
        private final boolean isLeaf;
        private int items;

        Resolution(Node parent, String field, GraphQLOutputType type, Weather weather) {
            this.parent = parent;
            this.field = field;
            this.type = type;
            this.weather = weather;
            this.isLeaf = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(type));
        }

        @Nullable
        Object resolve(@Nullable Object raw, String identity) {
            return switch (raw) {
                case null -> null;
                case List<?> list when !isLeaf || isListType() -> items(list, identity);
                case Object leaf when isLeaf -> leaf;
                default -> Nodes.of(world, raw, type, identity);
            };
        }

        /** A custom scalar may be a list of its own. */
        private boolean isListType() {
            return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type));
        }

        private List<@Nullable Object> items(List<?> list, String identity) {
            List<@Nullable Object> resolved = new ArrayList<>();
            for (Object item : list) {
                boolean lost = weather.losesItem(parent, field, items++);
                resolved.add(lost ? null : resolve(item, identity + "." + resolved.size()));
            }
            return resolved;
        }
    }
}
