package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.PlanNode.ParallelNode;
import org.khabar.gateway.plan.PlanNode.SequenceNode;

/**
 * Folds a graph of fetches into sequences and parallels: what only waits for one fetch follows it in its own branch,
 * what waits for several comes after their branches.
 */
final class PlanAssembler {
    private final Function<FetchGroup, PlanNode> nodes;

    PlanAssembler(Function<FetchGroup, PlanNode> nodes) {
        this.nodes = nodes;
    }

    /** The groups as one node; null when there are none. */
    @Nullable
    PlanNode assemble(Collection<FetchGroup> groups) {
        return assemble(groups, Set.of());
    }

    /** The groups as one node, where others are done; null when there are none. */
    @Nullable
    PlanNode assemble(Collection<FetchGroup> groups, Collection<FetchGroup> others) {
        return fold(new LinkedHashSet<>(groups), new HashSet<>(others));
    }

    private @Nullable PlanNode fold(Set<FetchGroup> groups, Set<FetchGroup> done) {
        List<PlanNode> sequence = new ArrayList<>();
        Set<FetchGroup> left = new LinkedHashSet<>(groups);
        while (!left.isEmpty()) {
            List<FetchGroup> ready = left.stream()
                    .filter(group -> done.containsAll(group.dependencies()))
                    .toList();
            List<PlanNode> branches = new ArrayList<>();
            Set<FetchGroup> finished = new HashSet<>();
            for (FetchGroup group : ready) {
                Set<FetchGroup> own = followers(group, left, done);
                branches.add(branch(group, own, done));
                finished.add(group);
                finished.addAll(own);
            }
            left.removeAll(finished);
            done.addAll(finished);
            sequence.add(parallel(branches));
        }
        return sequence.isEmpty() ? null : sequence(sequence);
    }

    private PlanNode branch(FetchGroup group, Set<FetchGroup> followers, Set<FetchGroup> done) {
        PlanNode first = nodes.apply(group);
        Set<FetchGroup> known = new HashSet<>(done);
        known.add(group);
        PlanNode rest = fold(followers, known);
        return rest == null ? first : sequence(List.of(first, rest));
    }

    /** The groups that wait for this one, directly or through each other, and for none that is not done. */
    private static Set<FetchGroup> followers(FetchGroup group, Set<FetchGroup> left, Set<FetchGroup> done) {
        Set<FetchGroup> followers = new LinkedHashSet<>();
        Set<FetchGroup> known = new HashSet<>(done);
        known.add(group);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (FetchGroup candidate : left) {
                if (candidate != group
                        && candidate.needs(group)
                        && known.containsAll(candidate.dependencies())
                        && known.add(candidate)) {
                    grown = followers.add(candidate);
                }
            }
        }
        return followers;
    }

    static PlanNode sequence(List<PlanNode> nodes) {
        List<PlanNode> flat = new ArrayList<>();
        for (PlanNode node : nodes) {
            if (node instanceof SequenceNode(List<PlanNode> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(node);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new SequenceNode(flat);
    }

    private static PlanNode parallel(List<PlanNode> nodes) {
        return nodes.size() == 1 ? nodes.getFirst() : new ParallelNode(nodes);
    }
}
