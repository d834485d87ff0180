package org.khabar.gateway.differential;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;

/** Makes selections. */
final class SelectionGenerator {
    private static final double MAX_OBJECTS = 150;

    private final Chance chance;
    private final Domain domain;
    private final VariablePool variables;
    private final ArgumentGenerator arguments;
    private final ResponseKeys keys;
    private final FragmentPool fragments;
    private int budget;

    SelectionGenerator(Chance chance, Domain domain, World world, VariablePool variables, int budget) {
        this.chance = chance;
        this.domain = domain;
        this.variables = variables;
        this.arguments = new ArgumentGenerator(chance, world, new ValueGenerator(chance, variables, world.listIds()));
        this.keys = new ResponseKeys(chance, domain);
        this.fragments = new FragmentPool(domain);
        this.budget = budget;
    }

    FragmentPool fragments() {
        return fragments;
    }

    /**
     * Selections of an object.
     *
     * @param depth how many fields deeper they may go
     * @param objects about how many such objects there are
     */
    SelectionSet selections(GraphQLCompositeType type, int depth, double objects) {
        List<Selection<?>> selections = new ArrayList<>();
        int count = 1 + chance.below(4);
        for (int i = 0; i < count; i++) {
            selections.add(selection(type, depth, objects));
        }
        return SelectionSet.newSelectionSet(selections).build();
    }

    private Selection<?> selection(GraphQLCompositeType type, int depth, double objects) {
        budget--;
        boolean isUnion = !(type instanceof GraphQLFieldsContainer);
        if (budget <= 0 || chance.percent(8) || (isUnion && depth == 0)) {
            return typename();
        }
        if (isUnion || chance.percent(domain.possibleTypes(type.getName()).size() > 1 ? 45 : 12)) {
            return fragment(type, depth, objects);
        }
        return field((GraphQLFieldsContainer) type, depth, objects);
    }

    private Field typename() {
        Field.Builder field = Field.newField("__typename");
        return (chance.percent(20) ? field.alias("kind") : field).build();
    }

    private Field field(GraphQLFieldsContainer type, int depth, double objects) {
        GraphQLFieldDefinition field = chance.pick(type.getFieldDefinitions());
        for (int tries = 0; tries < 6 && !fits(field, depth, objects); tries++) {
            field = chance.pick(type.getFieldDefinitions());
        }
        return fits(field, depth, objects) ? field(type, field, depth, objects) : typename();
    }

    private boolean fits(GraphQLFieldDefinition field, int depth, double objects) {
        return isLeaf(field) || (depth > 0 && objects * count(field) < MAX_OBJECTS);
    }

    private static boolean isLeaf(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    }

    private static double count(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.simplePrint(field.getType()).startsWith("[") ? 2.5 : 1;
    }

    private Field field(GraphQLFieldsContainer type, GraphQLFieldDefinition definition, int depth, double objects) {
        List<Argument> given = arguments.arguments(type.getName(), definition);
        String key = keys.key(type.getName(), definition, given);
        Field.Builder field =
                Field.newField(definition.getName()).arguments(given).directives(conditions());
        if (!key.equals(definition.getName()) || chance.percent(3)) {
            field.alias(key);
        }
        if (!isLeaf(definition)) {
            GraphQLCompositeType deeper = (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(definition.getType());
            field.selectionSet(selections(deeper, depth - 1, objects * count(definition)));
        }
        return field.build();
    }

    private Selection<?> fragment(GraphQLCompositeType type, int depth, double objects) {
        List<GraphQLCompositeType> conditions = fragments.listConditions(type);
        GraphQLCompositeType condition = chance.pick(conditions);
        List<String> usable = fragments.listUsable(condition.getName(), depth, objects, MAX_OBJECTS);
        if (!usable.isEmpty() && chance.percent(35)) {
            return spread(chance.pick(usable));
        }
        SelectionSet selections = selections(condition, depth, objects);
        if (chance.percent(30)) {
            return spread(fragments.add(condition.getName(), selections));
        }
        InlineFragment.Builder inline =
                InlineFragment.newInlineFragment().selectionSet(selections).directives(conditions());
        boolean bare = condition.equals(type) && chance.percent(50);
        return (bare
                        ? inline
                        : inline.typeCondition(
                                TypeName.newTypeName(condition.getName()).build()))
                .build();
    }

    private FragmentSpread spread(String name) {
        return FragmentSpread.newFragmentSpread(name).directives(conditions()).build();
    }

    private List<Directive> conditions() {
        List<Directive> conditions = new ArrayList<>();
        if (chance.percent(7)) {
            conditions.add(condition("include", 70));
        }
        if (chance.percent(7)) {
            conditions.add(condition("skip", 30));
        }
        return conditions;
    }

    private Directive condition(String name, int percentTrue) {
        Value<?> value = chance.percent(75) ? variables.condition() : BooleanValue.of(chance.percent(percentTrue));
        return Directive.newDirective()
                .name(name)
                .argument(Argument.newArgument("if", value).build())
                .build();
    }
}
