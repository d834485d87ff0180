package org.khabar.gateway.plan;

import graphql.language.Argument;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.plan.CostTerm.Fixed;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;

/** Works out what an operation costs, as far as that can be said before its variables are known. */
final class CostCompiler {
    private static final CostTerm MUTATION = new Fixed(10);

    private final Supergraph supergraph;
    private final Types types;
    private final OperationDefinition operation;
    private final ListSizes sizes;
    private final Set<AskedLength> asked = new LinkedHashSet<>();

    CostCompiler(Supergraph supergraph, Types types, OperationDefinition operation, int defaultListSize) {
        this.supergraph = supergraph;
        this.types = types;
        this.operation = operation;
        this.sizes = new ListSizes(supergraph, defaultListSize);
    }

    OperationCost compile(ClientSelection root) {
        CostTerm selected = selection(root, Map.of());
        boolean isMutation = operation.getOperation() == Operation.MUTATION;
        CostTerm total = isMutation ? CostTerm.sum(List.of(MUTATION, selected)) : selected;
        return new OperationCost(total, List.copyOf(asked), operation);
    }

    /** What is selected on any object, and of what is selected on some types only, the dearest. */
    private CostTerm selection(ClientSelection selection, Map<String, ListLength> lengths) {
        List<CostTerm> always = new ArrayList<>();
        Map<String, List<CostTerm>> byObject = new LinkedHashMap<>();
        for (ClientField field : selection.fields()) {
            boolean any = field.onType.equals(selection.type) || types.isAbstract(field.onType);
            (any ? always : byObject.computeIfAbsent(field.onType, _ -> new ArrayList<>())).add(field(field, lengths));
        }
        if (!byObject.isEmpty()) {
            always.add(new CostTerm.Dearest(
                    byObject.values().stream().map(CostTerm::sum).toList()));
        }
        return CostTerm.sum(always);
    }

    private CostTerm field(ClientField field, Map<String, ListLength> lengths) {
        if (field.name.startsWith("__")) {
            return CostTerm.FREE;
        }
        SupergraphField definition = types.field(field.onType, field.name);
        asked.addAll(sizes.asked(field, definition));
        CostTerm inside =
                field.selection == null ? CostTerm.FREE : selection(field.selection, sizes.inside(field, definition));
        CostTerm each = CostTerm.sum(List.of(new Fixed(weight(field, definition)), inside));
        List<CostTerm> parts = new ArrayList<>();
        parts.add(CostTerm.each(sizes.length(field, definition, lengths), each));
        field.arguments.forEach(argument -> parts.add(argument(argument, definition)));
        CostTerm all = CostTerm.sum(parts);
        return field.condition().isAlways() ? all : new CostTerm.When(field.condition(), all);
    }

    private double weight(ClientField field, SupergraphField definition) {
        Integer own = definition.traits().cost();
        Integer weight = own != null
                ? own
                : supergraph
                        .findType(field.type.name())
                        .map(type -> type.traits().cost())
                        .orElse(null);
        return weight == null ? (field.selection == null ? 0 : 1) : weight;
    }

    private CostTerm argument(Argument argument, SupergraphField definition) {
        InputCost cost = definition.arguments().stream()
                .filter(known -> known.name().equals(argument.getName()))
                .map(known -> InputCost.of(supergraph, known.type(), known.traits()))
                .findFirst()
                .orElse(null);
        if (cost == null || cost.isFree()) {
            return CostTerm.FREE;
        }
        return argument.getValue() instanceof VariableReference variable
                ? new CostTerm.Sent(variable.getName(), cost)
                : new Fixed(cost.literal(argument.getValue()));
    }
}
