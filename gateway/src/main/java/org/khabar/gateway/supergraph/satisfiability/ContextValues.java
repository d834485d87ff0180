package org.khabar.gateway.supergraph.satisfiability;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.ContextArgument;
import org.khabar.gateway.supergraph.ContextSetters;
import org.khabar.gateway.supergraph.FieldedType;
import org.khabar.gateway.supergraph.Supergraph;

/** Says which arguments can be filled from contexts: those whose value the nearest object above can give. */
final class ContextValues {
    private final ContextSetters setters;
    /** By context. */
    private final Map<String, Set<ContextArgument>> arguments;

    ContextValues(Supergraph supergraph) {
        this.setters = ContextSetters.of(supergraph);
        this.arguments = supergraph.types().values().stream()
                .filter(FieldedType.class::isInstance)
                .flatMap(type -> ((FieldedType) type).fields().values().stream())
                .flatMap(field -> field.sources().values().stream())
                .flatMap(source -> source.contextArguments().stream())
                .collect(Collectors.groupingBy(
                        ContextArgument::context, LinkedHashMap::new, Collectors.toCollection(LinkedHashSet::new)));
    }

    /**
     * The arguments that can be filled below an object.
     *
     * @param above those that can be filled on the object's own fields
     */
    Set<ContextArgument> below(State state, Set<ContextArgument> above, Resolution resolution) {
        if (arguments.isEmpty()) {
            return above;
        }
        Set<ContextArgument> below = new HashSet<>(above);
        arguments.forEach((context, taking) -> {
            if (setters.sets(state.type(), context)) {
                below.removeAll(taking);
                taking.stream()
                        .filter(argument ->
                                resolution.canResolve(state.type(), state.positions(), argument.selection()))
                        .forEach(below::add);
            }
        });
        return below;
    }
}
