package org.khabar.gateway.cases;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphqlErrorException;
import graphql.execution.DataFetcherResult;
import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.VariableReference;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.WiringFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonWriter;

/**
 * A subgraph that answers from JSON: root fields under {@code Query} and {@code Mutation}, entities under
 * {@code entities}. A string such as {@code "ships {weight}"} is filled from the object, what its representation sent
 * and the field's arguments, {@code "{directives}"} and {@code "{operation}"} from the directives on the field and on
 * the operation; {@code {"$error": "message", "code": "X"}} fails the field, and an entity that says
 * {@code "$error": "message", "code": "X"} itself fails the whole list of entities that it is asked for in.
 */
public final class TestSubgraph {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+(?:\\.\\w+)*)}");

    private final GraphQL graphql;
    private final Map<String, Object> data;
    private final AtomicInteger calls = new AtomicInteger();

    /** Serves {@code sdl} from {@code data}. */
    public TestSubgraph(String sdl, Map<String, Object> data) {
        this.data = data;
        this.graphql = GraphQL.newGraphQL(schema(sdl)).build();
    }

    int calls() {
        return calls.get();
    }

    @SuppressWarnings("unchecked")
    /** Answers a request's body. */
    public byte[] answer(byte[] body) {
        calls.incrementAndGet();
        Map<String, Object> request = (Map<String, Object>) Objects.requireNonNull(JsonReader.read(body, 100));
        ExecutionResult result = graphql.execute(ExecutionInput.newExecutionInput()
                .query((String) request.get("query"))
                .variables((Map<String, Object>) request.get("variables"))
                .build());
        return new JsonWriter(1024).value(result.toSpecification()).toBytes();
    }

    private GraphQLSchema schema(String sdl) {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new WiringFactory() {
                    @Override
                    public boolean providesTypeResolver(graphql.schema.idl.InterfaceWiringEnvironment environment) {
                        return true;
                    }

                    @Override
                    public TypeResolver getTypeResolver(graphql.schema.idl.InterfaceWiringEnvironment environment) {
                        return TestSubgraph::resolveType;
                    }

                    @Override
                    public boolean providesTypeResolver(graphql.schema.idl.UnionWiringEnvironment environment) {
                        return true;
                    }

                    @Override
                    public TypeResolver getTypeResolver(graphql.schema.idl.UnionWiringEnvironment environment) {
                        return TestSubgraph::resolveType;
                    }

                    @Override
                    public boolean providesScalar(graphql.schema.idl.ScalarWiringEnvironment environment) {
                        return !ScalarInfo.isGraphqlSpecifiedScalar(
                                environment.getScalarTypeDefinition().getName());
                    }

                    @Override
                    public graphql.schema.GraphQLScalarType getScalar(
                            graphql.schema.idl.ScalarWiringEnvironment environment) {
                        return AnyScalar.named(
                                environment.getScalarTypeDefinition().getName());
                    }

                    @Override
                    public DataFetcher<?> getDefaultDataFetcher(graphql.schema.idl.FieldWiringEnvironment environment) {
                        return TestSubgraph.this::fetch;
                    }
                })
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry().build())
                .build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(PlainSdl.of(sdl)), wiring);
    }

    private static graphql.schema.GraphQLObjectType resolveType(graphql.TypeResolutionEnvironment environment) {
        Map<?, ?> object = environment.getObject();
        return Objects.requireNonNull(environment.getSchema().getObjectType(String.valueOf(object.get("__typename"))));
    }

    private @Nullable Object fetch(DataFetchingEnvironment environment) {
        String field = environment.getField().getName();
        if (field.equals("_entities")) {
            List<@Nullable Object> found = entities(
                    Objects.requireNonNull(environment.<List<Map<String, Object>>>getArgument("representations")));
            Object failure =
                    found.stream().filter(TestSubgraph::isFailure).findFirst().orElse(null);
            return failure == null ? found : failed(failure, environment);
        }
        Map<String, Object> source = source(environment);
        return value(source.get(field), source, environment);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> source(DataFetchingEnvironment environment) {
        if (environment.getSource() instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        String type = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(environment.getParentType())).getName();
        return (Map<String, Object>) data.getOrDefault(type, Map.of());
    }

    private static @Nullable Object value(
            @Nullable Object value, Map<String, Object> source, DataFetchingEnvironment environment) {
        return isFailure(value)
                ? failed(value, environment)
                : fillAll(value, source, value instanceof String ? given(environment) : environment.getArguments());
    }

    private static Map<String, Object> given(DataFetchingEnvironment environment) {
        Map<String, Object> given = new LinkedHashMap<>(environment.getArguments());
        environment
                .getMergedField()
                .getFields()
                .forEach(field -> put(given, "directives", field.getDirectives(), environment));
        put(given, "operation", environment.getOperationDefinition().getDirectives(), environment);
        given.putIfAbsent("directives", "no directive");
        given.putIfAbsent("operation", "no directive");
        return given;
    }

    private static void put(
            Map<String, Object> into, String key, List<Directive> directives, DataFetchingEnvironment environment) {
        directives.stream()
                .filter(directive -> !Set.of("skip", "include").contains(directive.getName()))
                .forEach(directive ->
                        into.merge(key, text(directive, environment), (some, more) -> some + " and " + more));
    }

    private static String text(Directive directive, DataFetchingEnvironment environment) {
        return directive.getArguments().stream()
                .map(argument -> argument.getName() + ": "
                        + (argument.getValue() instanceof VariableReference variable
                                ? environment.getVariables().get(variable.getName())
                                : AstPrinter.printAst(argument.getValue())))
                .collect(Collectors.joining(", ", "@" + directive.getName() + "(", ")"));
    }

    private static boolean isFailure(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.containsKey("$error");
    }

    private static Object failed(@Nullable Object failure, DataFetchingEnvironment environment) {
        Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(failure);
        return DataFetcherResult.newResult()
                .error(GraphqlErrorException.newErrorException()
                        .message(String.valueOf(map.get("$error")))
                        .path(environment.getExecutionStepInfo().getPath().toList())
                        .extensions(Map.of("code", String.valueOf(map.get("code"))))
                        .build())
                .build();
    }

    private static @Nullable Object fillAll(
            @Nullable Object value, Map<String, Object> source, Map<String, Object> arguments) {
        return switch (value) {
            case String text -> fill(text, source, arguments);
            case List<?> list
            when !arguments.isEmpty() -> {
                List<@Nullable Object> filled = new ArrayList<>();
                list.forEach(item -> filled.add(fillAll(item, source, arguments)));
                yield filled;
            }
            case Map<?, ?> map
            when !arguments.isEmpty() -> {
                Map<String, @Nullable Object> filled = new LinkedHashMap<>();
                map.forEach((key, item) -> filled.put(String.valueOf(key), fillAll(item, source, arguments)));
                yield filled;
            }
            case null, default -> value;
        };
    }

    private static String fill(String text, Map<String, Object> source, Map<String, Object> arguments) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Object value = lookUp(matcher.group(1), source);
            Object shown = value == null ? lookUp(matcher.group(1), arguments) : value;
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement(shown == null ? matcher.group() : String.valueOf(shown)));
        }
        return matcher.appendTail(filled).toString();
    }

    private static @Nullable Object lookUp(String path, Map<String, Object> in) {
        Object value = in;
        for (String step : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }

    private List<@Nullable Object> entities(List<Map<String, Object>> representations) {
        List<@Nullable Object> found = new ArrayList<>();
        representations.forEach(representation -> found.add(entity(representation)));
        return found;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object entity(Map<String, Object> representation) {
        for (Map<String, Object> entity : (List<Map<String, Object>>) data.getOrDefault("entities", List.of())) {
            if (isMeant(entity, representation)) {
                Map<String, Object> merged = new LinkedHashMap<>(representation);
                merged.putAll(entity);
                return merged;
            }
        }
        return null;
    }

    /** An entity says by {@code $as} as which interface it may be asked for. */
    private static boolean isMeant(Map<String, Object> entity, Map<String, Object> representation) {
        Object type = representation.get("__typename");
        boolean sameType = Objects.equals(entity.get("__typename"), type) || Objects.equals(entity.get("$as"), type);
        return sameType
                && representation.entrySet().stream()
                        .filter(field -> !field.getKey().equals("__typename") && entity.containsKey(field.getKey()))
                        .allMatch(field -> Objects.equals(entity.get(field.getKey()), field.getValue()));
    }
}
