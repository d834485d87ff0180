package org.khabar.gateway.execute;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a subgraph's answer to an operation: as it should be, or with faults here and there. */
final class AnswerMaker {
    private static final List<String> STRAY = List.of(
            "null",
            "7",
            "\"نص\"",
            "{}",
            "[]",
            "[null]",
            "true",
            "1.5e3",
            "3000000000",
            "{\"x\":[]}",
            "[[1],null]",
            "\"SECRET\"",
            "-0",
            "\"\\ud800\\n\"");
    private static final List<String> TEXTS =
            List.of("\"نهر\"", "\"\"", "\"a\\\"b\\\\\\u0646\"", "\"😀 \\n\"", "\"{not: json,}\"");

    private final GraphQLSchema schema;
    private final Set<String> trueVariables;
    private final Random random;
    private final int faultsPerMille;

    AnswerMaker(GraphQLSchema schema, Set<String> trueVariables, long seed, int faultsPerMille) {
        this.schema = schema;
        this.trueVariables = trueVariables;
        this.random = new Random(seed);
        this.faultsPerMille = faultsPerMille;
    }

    String answer(Document document) {
        OperationDefinition operation =
                document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
        return object(schema.getQueryType(), operation.getSelectionSet());
    }

    private String value(GraphQLType type, Field field) {
        if (isFaulty()) {
            return pick(STRAY);
        }
        if (type instanceof GraphQLNonNull nonNull) {
            return present(nonNull.getWrappedType(), field);
        }
        return random.nextInt(8) == 0 ? "null" : present(type, field);
    }

    private String present(GraphQLType type, Field field) {
        return switch (type) {
            case GraphQLList list -> array(list, field);
            case GraphQLObjectType object -> object(object, field.getSelectionSet());
            case GraphQLUnionType union -> object((GraphQLObjectType) pick(union.getTypes()), field.getSelectionSet());
            case GraphQLInterfaceType face -> object(pick(schema.getImplementations(face)), field.getSelectionSet());
            case GraphQLNamedType leaf -> leaf(leaf.getName());
            default -> throw new IllegalArgumentException(String.valueOf(type));
        };
    }

    private String array(GraphQLList type, Field field) {
        List<String> items = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            items.add(value(type.getWrappedType(), field));
        }
        return "[" + String.join(random.nextInt(4) == 0 ? " ,\n" : ",", items) + "]";
    }

    private String object(GraphQLObjectType type, SelectionSet selections) {
        Map<String, Field> fields = new LinkedHashMap<>();
        collect(type, selections, fields);
        List<String> members = new ArrayList<>();
        fields.forEach((key, field) -> members.add("\"" + key + "\":" + member(type, field)));
        if (isFaulty()) {
            disturb(members);
        }
        return "{" + String.join(random.nextInt(4) == 0 ? " , " : ",", members) + "}";
    }

    private String member(GraphQLObjectType type, Field field) {
        GraphQLFieldDefinition definition = type.getFieldDefinition(field.getName());
        return definition == null ? "\"" + type.getName() + "\"" : value(definition.getType(), field);
    }

    private void disturb(List<String> members) {
        int at = random.nextInt(members.size() + 1);
        switch (random.nextInt(4)) {
            case 0 -> members.add(at, "\"extra\":" + pick(STRAY));
            case 1 -> members.add(at, members.isEmpty() ? "\"id\":1" : members.getFirst());
            case 2 -> members.removeIf(_ -> random.nextInt(3) == 0);
            default -> members.add(at, "\"__typename\":\"Query\"");
        }
    }

    private void collect(GraphQLObjectType type, SelectionSet selections, Map<String, Field> fields) {
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field when isWanted(field) -> fields.putIfAbsent(field.getResultKey(), field);
                case InlineFragment fragment
                when matches(type, fragment) -> collect(type, fragment.getSelectionSet(), fields);
                case Field _, InlineFragment _, FragmentSpread _ -> {}
                default -> throw new IllegalArgumentException(String.valueOf(selection));
            }
        }
    }

    private boolean isWanted(Field field) {
        return field.getDirectives().stream().allMatch(directive -> {
            VariableReference variable =
                    (VariableReference) directive.getArgument("if").getValue();
            return trueVariables.contains(variable.getName())
                    == directive.getName().equals("include");
        });
    }

    private boolean matches(GraphQLObjectType type, InlineFragment fragment) {
        if (fragment.getTypeCondition() == null) {
            return true;
        }
        @Nullable
        GraphQLType condition = schema.getType(fragment.getTypeCondition().getName());
        return switch (condition) {
            case GraphQLInterfaceType face -> type.getInterfaces().contains(face);
            case GraphQLUnionType union -> union.getTypes().contains(type);
            case GraphQLFieldsContainer same -> same == type;
            case GraphQLCompositeType _ -> false;
            case null, default -> false;
        };
    }

    private String leaf(String type) {
        return switch (type) {
            case "Int" -> String.valueOf(random.nextInt());
            case "Float" -> pick(List.of("1.5", "-2e10", "0", "3"));
            case "Boolean" -> String.valueOf(random.nextBoolean());
            case "ID" -> pick(List.of("\"b1\"", "17", "\"كتاب\""));
            case "Level" -> pick(List.of("\"LOW\"", "\"HIGH\""));
            case "JSON" -> pick(STRAY);
            default -> pick(TEXTS);
        };
    }

    private boolean isFaulty() {
        return random.nextInt(1000) < faultsPerMille;
    }

    private <T> T pick(List<? extends T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
