package org.khabar.gateway.differential;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes a valid operation from a seed. */
final class OperationGenerator {
    private static final int MUTATION_PERCENT = 12;

    private final Domain domain;
    private final World world;

    OperationGenerator(Domain domain, World world) {
        this.domain = domain;
        this.world = world;
    }

    /** The operation of that seed. */
    Operation generate(long seed) {
        Chance chance = new Chance(seed);
        boolean isMutation = chance.percent(MUTATION_PERCENT);
        GraphQLObjectType root = Objects.requireNonNull(
                isMutation ? domain.schema().getMutationType() : domain.schema().getQueryType());
        VariablePool variables = new VariablePool(chance);
        SelectionGenerator selections = new SelectionGenerator(chance, domain, world, variables, 4 + chance.below(45));
        SelectionSet selected = selections.selections(root, 2 + chance.below(5), 1);
        OperationDefinition operation = OperationDefinition.newOperationDefinition()
                .name(chance.percent(50) ? "Op" : null)
                .operation(isMutation ? OperationDefinition.Operation.MUTATION : OperationDefinition.Operation.QUERY)
                .variableDefinitions(variables.definitions())
                .selectionSet(selected)
                .build();
        List<Definition> definitions = new ArrayList<>(List.of(operation));
        definitions.addAll(selections.fragments().list());
        return new Operation(Document.newDocument().definitions(definitions).build(), variables.values());
    }
}
