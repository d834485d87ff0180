package org.khabar.gateway.plan;

import graphql.language.OperationDefinition.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Root fields that are planned together: all of a query, or those of a mutation that follow each other in one
 * subgraph, since root fields of a mutation run in the order written.
 *
 * @param subgraphs the subgraphs that they may be taken from
 * @param fields the fields
 */
record OperationUnit(Set<String> subgraphs, List<ClientField> fields) {

    static List<OperationUnit> of(PlanningContext context) {
        List<ClientField> fields = context.selection().fields().stream()
                .filter(field -> !field.name.startsWith("__") && !field.isRefusedOn(field.onType))
                .toList();
        if (fields.isEmpty()) {
            return List.of();
        }
        return context.operation().getOperation() == Operation.MUTATION
                ? series(context.sources(), MutationTurns.of(fields))
                : List.of(new OperationUnit(withRoot(context), fields));
    }

    private static List<OperationUnit> series(Sources sources, List<ClientField> fields) {
        List<OperationUnit> series = new ArrayList<>();
        for (ClientField field : fields) {
            List<String> resolving = sources.resolving(field.onType, field.name);
            Set<String> subgraphs = resolving.isEmpty() ? Set.of() : Set.of(resolving.getFirst());
            if (!series.isEmpty() && series.getLast().takes(field, subgraphs)) {
                series.getLast().fields.add(field);
            } else {
                series.add(new OperationUnit(subgraphs, new ArrayList<>(List.of(field))));
            }
        }
        return series;
    }

    private boolean takes(ClientField field, Set<String> from) {
        return subgraphs.equals(from)
                && fields.stream().noneMatch(other -> other.responseKey.equals(field.responseKey));
    }

    private static Set<String> withRoot(PlanningContext context) {
        Set<String> subgraphs = new LinkedHashSet<>();
        for (String subgraph : context.sources().subgraphs()) {
            if (context.sources().nameIn(context.selection().type, subgraph).isPresent()) {
                subgraphs.add(subgraph);
            }
        }
        return subgraphs;
    }
}
