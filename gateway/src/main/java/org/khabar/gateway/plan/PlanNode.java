package org.khabar.gateway.plan;

import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step of a query plan. */
public sealed interface PlanNode {

    /**
     * One request to one subgraph.
     *
     * @param id number of the fetch in its plan, from 0
     * @param subgraph the subgraph's name
     * @param operation what kind of operation is sent
     * @param document the operation that is sent
     * @param variables the client's variables that it uses
     * @param representations what entities it sends; {@link RepresentationPlan#NONE} for a fetch of root fields
     * @param contexts what it sends from objects above the entities; {@link ContextPlan#NONE} mostly
     * @param separate whether each object gets values of its own, even where several are the same entity
     * @param answer what comes back and where it is kept
     * @param keys data keys of the fields that it brings at its root, for errors that name no field
     * @param text the selections, laid out for people
     */
    record FetchNode(
            int id,
            String subgraph,
            Operation operation,
            String document,
            List<String> variables,
            RepresentationPlan representations,
            ContextPlan contexts,
            boolean separate,
            AnswerShape answer,
            List<String> keys,
            String text)
            implements PlanNode {
        public FetchNode {
            variables = List.copyOf(variables);
            keys = List.copyOf(keys);
        }

        /** Whether it asks for entities. */
        public boolean isEntityFetch() {
            return !representations.isEmpty();
        }
    }

    /**
     * A fetch for objects further down.
     *
     * @param paths the ways to the objects; several when fetches for different type conditions were merged
     * @param node what is fetched
     */
    record FlattenNode(List<List<PathStep>> paths, PlanNode node) implements PlanNode {
        public FlattenNode {
            paths = paths.stream().map(List::copyOf).toList();
        }
    }

    /** One after the other. */
    record SequenceNode(List<PlanNode> nodes) implements PlanNode {
        public SequenceNode {
            nodes = List.copyOf(nodes);
        }
    }

    /** All at once. */
    record ParallelNode(List<PlanNode> nodes) implements PlanNode {
        public ParallelNode {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * Entity fetches of one subgraph, sent as one request.
     *
     * @param subgraph the subgraph
     * @param nodes the fetches, each under its path and maybe a condition
     */
    record BatchNode(String subgraph, List<PlanNode> nodes) implements PlanNode {
        public BatchNode {
            nodes = List.copyOf(nodes);
        }
    }

    /** Only when a condition on the client's variables holds. */
    record ConditionNode(Condition condition, PlanNode node) implements PlanNode {}

    /**
     * A step of a flatten path, through a field and all lists in its value.
     *
     * @param types the types of object to start from; empty for any
     * @param dataKey the field's data key
     * @param child its index among an object's children
     * @param listDepth how many lists are around the objects
     * @param stream how the items of the outermost list are fetched; null when all at once
     * @param from index of the first of the items that are meant
     * @param to index behind the last of them
     */
    record PathStep(
            Set<String> types,
            String dataKey,
            int child,
            int listDepth,
            @Nullable StreamedList stream,
            int from,
            int to) {
        public PathStep {
            types = Set.copyOf(types);
        }

        /** A step to all items. */
        public PathStep(Set<String> types, String dataKey, int child, int listDepth, @Nullable StreamedList stream) {
            this(types, dataKey, child, listDepth, stream, 0, Integer.MAX_VALUE);
        }

        /** The same step to some items. */
        public PathStep within(int first, int end) {
            return new PathStep(types, dataKey, child, listDepth, stream, first, end);
        }
    }
}
