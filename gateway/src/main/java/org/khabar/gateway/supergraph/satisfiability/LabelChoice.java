package org.khabar.gateway.supergraph.satisfiability;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.FieldOverride;
import org.khabar.gateway.supergraph.FieldSource;
import org.khabar.gateway.supergraph.FieldedType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;

/**
 * Which labels of progressive overrides hold for a request.
 *
 * @param active the labels that hold
 */
record LabelChoice(Set<String> active) {
    // 2^5 walks of the schema at most; with more labels, each is tried alone, and all together
    private static final int ALL_COMBINATIONS_UP_TO = 5;

    /** The choices to prove. */
    static List<LabelChoice> of(Supergraph supergraph) {
        List<String> labels = List.copyOf(labels(supergraph));
        if (labels.size() > ALL_COMBINATIONS_UP_TO) {
            return Stream.concat(
                            Stream.of(new LabelChoice(Set.of()), new LabelChoice(Set.copyOf(labels))),
                            labels.stream().map(label -> new LabelChoice(Set.of(label))))
                    .toList();
        }
        List<LabelChoice> choices = new ArrayList<>();
        for (int bits = 0; bits < 1 << labels.size(); bits++) {
            Set<String> active = new LinkedHashSet<>();
            for (int index = 0; index < labels.size(); index++) {
                if ((bits >> index & 1) == 1) {
                    active.add(labels.get(index));
                }
            }
            choices.add(new LabelChoice(active));
        }
        return choices;
    }

    private static Set<String> labels(Supergraph supergraph) {
        return supergraph.types().values().stream()
                .filter(FieldedType.class::isInstance)
                .flatMap(type -> ((FieldedType) type).fields().values().stream())
                .flatMap(field -> field.sources().values().stream())
                .map(FieldSource::override)
                .flatMap(override -> label(override))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> label(@Nullable FieldOverride override) {
        return override == null ? Stream.empty() : Stream.ofNullable(override.label());
    }

    /** Whether a subgraph is the one to ask for a field under this choice. */
    boolean permits(SupergraphField field, FieldSource source) {
        return label(source.override()).allMatch(active::contains)
                && field.overriders(source.subgraph()).stream()
                        .flatMap(overrider -> label(overrider.override()))
                        .noneMatch(active::contains);
    }
}
