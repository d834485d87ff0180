package org.khabar.gateway.supergraph.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.AccessRule;
import org.khabar.gateway.supergraph.CacheHint;
import org.khabar.gateway.supergraph.ListSize;
import org.khabar.gateway.supergraph.Traits;

/**
 * Unites the traits that two subgraphs give the same element. What restricts adds up: an element is hidden when one
 * hides it, and who may see it must satisfy both.
 */
final class TraitsMerge {
    private TraitsMerge() {}

    static Traits merge(Traits one, Traits other) {
        return new Traits(
                one.inaccessible() || other.inaccessible(),
                unite(one.tags(), other.tags()),
                merge(one.access(), other.access()),
                max(one.cost(), other.cost()),
                merge(one.listSize(), other.listSize()),
                merge(one.cache(), other.cache()));
    }

    private static AccessRule merge(AccessRule one, AccessRule other) {
        return new AccessRule(
                one.authenticated() || other.authenticated(),
                both(one.scopes(), other.scopes()),
                both(one.policies(), other.policies()));
    }

    /** (a or b) and (c or d) is (a and c) or (a and d) or (b and c) or (b and d). */
    private static List<Set<String>> both(List<Set<String>> one, List<Set<String>> other) {
        if (one.isEmpty() || one.equals(other)) {
            return other;
        }
        if (other.isEmpty()) {
            return one;
        }
        List<Set<String>> combined = new ArrayList<>();
        one.forEach(mine -> other.forEach(theirs -> combined.add(unite(mine, theirs))));
        return combined.stream()
                .distinct()
                .filter(alternative -> combined.stream()
                        .noneMatch(weaker -> !weaker.equals(alternative) && alternative.containsAll(weaker)))
                .toList();
    }

    private static Set<String> unite(Set<String> one, Set<String> other) {
        Set<String> united = new LinkedHashSet<>(one);
        united.addAll(other);
        return united;
    }

    private static @Nullable Integer max(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    private static @Nullable ListSize merge(@Nullable ListSize one, @Nullable ListSize other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new ListSize(
                max(one.assumedSize(), other.assumedSize()),
                distinct(one.slicingArguments(), other.slicingArguments()),
                distinct(one.sizedFields(), other.sizedFields()),
                one.requireOneSlicingArgument() && other.requireOneSlicingArgument());
    }

    private static @Nullable CacheHint merge(@Nullable CacheHint one, @Nullable CacheHint other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.and(other);
    }

    private static List<String> distinct(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
