package org.khabar.gateway.differential;

import graphql.execution.ExecutionStepInfo;
import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedSchemaElement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a subgraph may answer: not what is external there, nor what another subgraph has taken over. */
final class SubgraphKnowledge implements Knowledge {
    private final SubgraphDirectives directives;
    private final Set<String> overridden;

    /**
     * The knowledge of a subgraph.
     *
     * @param overridden its fields that others override
     */
    SubgraphKnowledge(SubgraphDirectives directives, Set<String> overridden) {
        this.directives = directives;
        this.overridden = Set.copyOf(overridden);
    }

    @Override
    public void check(Node node, DataFetchingEnvironment environment) {
        String coordinate = coordinate(environment);
        if (overridden.contains(coordinate)) {
            throw new IllegalStateException(coordinate + " is overridden by another subgraph");
        }
        if (directives.externals().contains(coordinate)
                && !isKeyField(environment)
                && !isProvided(environment.getExecutionStepInfo())) {
            throw new IllegalStateException(coordinate + " is external");
        }
    }

    @Override
    public Set<String> sent(DataFetchingEnvironment environment) {
        @Nullable SelectionSet required = directives.requires().get(coordinate(environment));
        return required == null
                ? Set.of()
                : FieldSets.listFields(required).stream().map(Field::getName).collect(Collectors.toSet());
    }

    private static String coordinate(DataFetchingEnvironment environment) {
        return typeName(environment.getExecutionStepInfo()) + "."
                + environment.getFieldDefinition().getName();
    }

    private static String typeName(ExecutionStepInfo step) {
        return ((GraphQLNamedSchemaElement) step.getObjectType()).getName();
    }

    private boolean isKeyField(DataFetchingEnvironment environment) {
        String type = typeName(environment.getExecutionStepInfo());
        String field = environment.getFieldDefinition().getName();
        return directives.keys().getOrDefault(type, List.of()).stream()
                .flatMap(key -> FieldSets.listFields(key).stream())
                .anyMatch(part -> part.getName().equals(field));
    }

    /** Whether a field above provides the field by the way that leads to it. */
    private boolean isProvided(ExecutionStepInfo step) {
        String way = step.getFieldDefinition().getName();
        for (ExecutionStepInfo above = fieldAbove(step); above != null; above = fieldAbove(above)) {
            String name = above.getFieldDefinition().getName();
            SelectionSet provided = directives.provides().get(typeName(above) + "." + name);
            if (provided != null && leads(provided, List.of(way.split("/")))) {
                return true;
            }
            way = name + "/" + way;
        }
        return false;
    }

    /** The field that this field's object came from; steps of list items are none of their own. */
    private static @Nullable ExecutionStepInfo fieldAbove(ExecutionStepInfo step) {
        ExecutionStepInfo parent = step.getParent();
        while (parent != null && parent.getPath().isListSegment()) {
            parent = parent.getParent();
        }
        return parent == null || parent.getPath().isRootPath() ? null : parent;
    }

    private static boolean leads(SelectionSet provided, List<String> way) {
        for (Field field : FieldSets.listFields(provided)) {
            if (!field.getName().equals(way.getFirst())) {
                continue;
            }
            SelectionSet deeper = field.getSelectionSet();
            if (way.size() == 1 || (deeper != null && leads(deeper, way.subList(1, way.size())))) {
                return true;
            }
        }
        return false;
    }
}
