package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges entity fetches that ask the same of the same place of the answer, reached under different type conditions.
 * Fields of abstract types that are fetched type by type would otherwise multiply the fetches below them.
 */
final class FetchMerger {
    private final FetchCompiler compiler;
    private final Map<FetchGroup, String> selections = new IdentityHashMap<>();
    private final Map<Place, List<FetchGroup>> kept = new LinkedHashMap<>();

    private FetchMerger(FetchCompiler compiler) {
        this.compiler = compiler;
    }

    /** The groups that are left; what was merged is part of one of them. */
    static List<FetchGroup> merge(List<FetchGroup> groups, FetchCompiler compiler) {
        FetchMerger merger = new FetchMerger(compiler);
        List<FetchGroup> left = new ArrayList<>();
        for (FetchGroup group : groups) {
            if (!merger.isAbsorbed(group)) {
                left.add(group);
            }
        }
        return left;
    }

    private boolean isAbsorbed(FetchGroup group) {
        PathNode at = group.at;
        if (at == null || group.representations.isEmpty()) {
            return false;
        }
        List<FetchGroup> others = kept.computeIfAbsent(new Place(group.subgraph, at.data), _ -> new ArrayList<>());
        for (FetchGroup other : others) {
            if (other.wanted().equals(group.wanted())
                    && !other.needs(group)
                    && !group.needs(other)
                    && asksTheSame(group, other)) {
                other.absorb(group);
                return true;
            }
        }
        others.add(group);
        return false;
    }

    private boolean asksTheSame(FetchGroup one, FetchGroup other) {
        return compiler.representations(one).equals(compiler.representations(other))
                && compiler.variables(one).equals(compiler.variables(other))
                && selections(one).equals(selections(other));
    }

    private String selections(FetchGroup group) {
        return selections.computeIfAbsent(group, compiler::selections);
    }

    /** Compared by the identity of the place. */
    private record Place(String subgraph, DataPath data) {}
}
