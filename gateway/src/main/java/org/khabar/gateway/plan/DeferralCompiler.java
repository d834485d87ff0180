package org.khabar.gateway.plan;

import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.OutputSelection.OutputField;

/** Parts the fetches of a plan by when what they bring is to come. */
final class DeferralCompiler {
    private final List<FetchGroup> first = new ArrayList<>();
    private final Map<Set<Layer>, List<FetchGroup>> later = new LinkedHashMap<>();

    DeferralCompiler(Collection<FetchGroup> groups) {
        for (FetchGroup group : groups) {
            Set<Layer> wanted = group.wanted();
            if (wanted.equals(Layer.FIRST)) {
                first.add(group);
            } else {
                later.computeIfAbsent(wanted, _ -> new ArrayList<>()).add(group);
            }
        }
    }

    /** Lets what others wait for come no later than those. */
    static void spread(List<FetchGroup> groups) {
        List<FetchGroup> deepestFirst = new ArrayList<>(groups);
        deepestFirst.sort((one, other) -> other.depth() - one.depth());
        deepestFirst.forEach(group -> group.dependencies().forEach(dependency -> dependency.wantFor(group.wanted())));
    }

    /** The fetches for what comes first. */
    List<FetchGroup> first() {
        return first;
    }

    /** Which blocks the layers wait for; those of layers before them are done by then. */
    Set<Integer> blocks(Set<Layer> layers) {
        Set<Integer> found = new HashSet<>();
        int index = 0;
        for (Set<Layer> wanted : later.keySet()) {
            if (!Collections.disjoint(wanted, layers)) {
                found.add(index);
            }
            index++;
        }
        return found;
    }

    /**
     * The fetches for what comes later.
     *
     * @param number of a fetch; all that come first have theirs
     */
    List<Deferral.Block> assemble(PlanAssembler assembler, ToIntFunction<FetchGroup> number) {
        List<PlanNode> nodes = new ArrayList<>();
        later.values().forEach(groups -> nodes.add(assemble(assembler, groups)));
        List<Deferral.Block> blocks = new ArrayList<>();
        later.forEach((layers, groups) ->
                blocks.add(new Deferral.Block(names(layers), after(groups, number), nodes.get(blocks.size()))));
        return blocks;
    }

    private PlanNode assemble(PlanAssembler assembler, List<FetchGroup> groups) {
        List<FetchGroup> others = new ArrayList<>(first);
        later.values().forEach(others::addAll);
        others.removeAll(groups);
        return Objects.requireNonNull(assembler.assemble(groups, others));
    }

    private static Set<Integer> after(List<FetchGroup> groups, ToIntFunction<FetchGroup> number) {
        Set<Integer> after = new TreeSet<>();
        for (FetchGroup group : groups) {
            group.dependencies().stream()
                    .filter(dependency -> !groups.contains(dependency))
                    .forEach(dependency -> after.add(number.applyAsInt(dependency)));
        }
        return after;
    }

    private static List<String> names(Set<Layer> layers) {
        return layers.stream()
                .map(layer -> layer.label == null ? name(layer.fragment) : '"' + layer.label + '"')
                .toList();
    }

    private static String name(@Nullable Node<?> fragment) {
        return switch (fragment) {
            case FragmentSpread spread -> "..." + spread.getName();
            case InlineFragment inline
            when inline.getTypeCondition() != null ->
                "... on " + inline.getTypeCondition().getName();
            case null, default -> "...";
        };
    }

    /** Whether anything of an answer comes later. */
    static boolean isIncremental(OutputSelection output) {
        return isIncremental(output, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isIncremental(OutputSelection output, Set<OutputSelection> seen) {
        return seen.add(output)
                && (!output.parts().isEmpty()
                        || output.byType().values().stream().anyMatch(fields -> anyIncremental(fields, seen))
                        || output.untyped() != null && anyIncremental(output.untyped(), seen));
    }

    private static boolean anyIncremental(List<OutputField> fields, Set<OutputSelection> seen) {
        return fields.stream()
                .anyMatch(field ->
                        field.stream() != null || field.selection() != null && isIncremental(field.selection(), seen));
    }
}
