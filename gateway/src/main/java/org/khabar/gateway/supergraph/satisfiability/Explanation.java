package org.khabar.gateway.supergraph.satisfiability;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.EntityKey;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.FieldSource;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;

/** Says why a field cannot be resolved, subgraph by subgraph. */
final class Explanation {
    private final Supergraph supergraph;
    private final State state;
    private final SupergraphField field;

    Explanation(Supergraph supergraph, State state, SupergraphField field) {
        this.supergraph = supergraph;
        this.state = state;
        this.field = field;
    }

    String why() {
        Set<String> reached = state.positions().stream().map(Position::subgraph).collect(Collectors.toSet());
        List<String> reasons = new ArrayList<>();
        for (FieldSource source : field.sources().values()) {
            reasons.add("\"" + source.subgraph() + "\" " + reason(source, reached.contains(source.subgraph())));
        }
        if (reasons.isEmpty()) {
            reasons.add("only an @interfaceObject has it, and none can be reached");
        }
        String from = reached.stream().sorted().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return "from " + from + ", " + String.join("; ", reasons);
    }

    private static String contexts(FieldSource source) {
        return source.contextArguments().stream()
                .map(argument -> argument.name() + " from " + argument.context())
                .collect(Collectors.joining(", "));
    }

    private String reason(FieldSource source, boolean reached) {
        if (!source.isResolvable()) {
            return "has it only as @external";
        }
        FieldSet requires = source.requires();
        if (reached && requires != null) {
            return "requires \"" + requires + "\", which cannot be had and sent there";
        }
        if (reached && !source.contextArguments().isEmpty()) {
            return "takes arguments from contexts (" + contexts(source) + ") that no object on the way can give";
        }
        if (reached) {
            return "has given it to another subgraph for these requests";
        }
        List<EntityKey> keys = supergraph
                .findFieldedType(state.type())
                .flatMap(type -> type.findSource(source.subgraph()))
                .map(type -> type.resolvableKeys())
                .orElse(List.of());
        return keys.isEmpty()
                ? "has it, but " + state.type() + " has no resolvable @key there"
                : "has it, but its keys cannot be filled: "
                        + keys.stream().map(key -> "\"" + key.fields() + "\"").collect(Collectors.joining(", "));
    }
}
