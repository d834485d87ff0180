package org.khabar.gateway.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.PlanNode.BatchNode;
import org.khabar.gateway.plan.PlanNode.ConditionNode;
import org.khabar.gateway.plan.PlanNode.FetchNode;
import org.khabar.gateway.plan.PlanNode.FlattenNode;
import org.khabar.gateway.plan.PlanNode.ParallelNode;
import org.khabar.gateway.plan.PlanNode.SequenceNode;

/**
 * What of a plan is for parts of the answer that come later.
 *
 * @param whole how the answer would be written if all came at once
 * @param blocks the fetches for what comes later
 * @param streams whether fetches that come first are for items of lists of which some come later
 */
public record Deferral(OutputSelection whole, List<Block> blocks, boolean streams) {
    public Deferral {
        blocks = List.copyOf(blocks);
    }

    /**
     * Fetches that serve the same deferred fragments.
     *
     * @param names the fragments, each as people would call it
     * @param after numbers of the fetches that they wait for
     * @param node the fetches
     */
    public record Block(List<String> names, Set<Integer> after, PlanNode node) {
        public Block {
            names = List.copyOf(names);
            after = Set.copyOf(after);
        }

        /** Numbers of the fetches. */
        public Set<Integer> fetches() {
            Set<Integer> numbers = new HashSet<>();
            collect(node, numbers);
            return numbers;
        }

        private static void collect(PlanNode node, Set<Integer> numbers) {
            switch (node) {
                case FetchNode fetch -> numbers.add(fetch.id());
                case FlattenNode flatten -> collect(flatten.node(), numbers);
                case ConditionNode conditional -> collect(conditional.node(), numbers);
                case SequenceNode sequence -> sequence.nodes().forEach(inner -> collect(inner, numbers));
                case ParallelNode parallel -> parallel.nodes().forEach(inner -> collect(inner, numbers));
                case BatchNode batch -> batch.nodes().forEach(inner -> collect(inner, numbers));
            }
        }
    }

    /**
     * A deferred fragment at one place of the answer.
     *
     * @param label what the client calls it; null for nothing
     * @param output what it brings to an object there
     * @param blocks which blocks must be done before it can be written
     */
    public record Part(@Nullable String label, OutputSelection output, Set<Integer> blocks) {
        public Part {
            blocks = Set.copyOf(blocks);
        }
    }
}
