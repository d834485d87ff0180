package org.khabar.gateway.supergraph.satisfiability;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.FieldSource;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;

/** Says which positions can resolve a field, and where that leads. */
final class Resolution {
    private final Supergraph supergraph;
    private final Reach reach;
    private final LabelChoice labels;
    private final Set<Attempt> open = new HashSet<>();
    /** What is possible while some attempts are open is possible anyway; what is not may be so because of them. */
    private final Set<Attempt> proved = new HashSet<>();

    private record Attempt(String type, Position position, String field, Set<Position> reached) {}

    Resolution(Supergraph supergraph, Reach reach, LabelChoice labels) {
        this.supergraph = supergraph;
        this.reach = reach;
        this.labels = labels;
    }

    /** The positions, of those reached at an object type, that can resolve a field of it. */
    List<Position> resolvers(String type, Set<Position> reached, String field) {
        return reached.stream()
                .filter(position -> canResolve(type, position, field, reached))
                .toList();
    }

    private boolean canResolve(String type, Position position, String field, Set<Position> reached) {
        SupergraphField declared = reach.typeOf(position).fields().get(field);
        FieldSource source = declared == null ? null : declared.sources().get(position.subgraph());
        if (declared == null || source == null) {
            return false;
        }
        if (Provided.has(supergraph, type, position.provided(), field)) {
            return true;
        }
        if (!source.isResolvable() || !labels.permits(declared, source)) {
            return false;
        }
        FieldSet requires = source.requires();
        return requires == null || canSend(type, position, field, requires, reached);
    }

    private boolean canSend(String type, Position position, String field, FieldSet requires, Set<Position> reached) {
        Attempt attempt = new Attempt(type, position, field, Set.copyOf(reached));
        if (proved.contains(attempt)) {
            return true;
        }
        if (!open.add(attempt)) {
            return false;
        }
        boolean possible = canResolve(type, reached, requires) && reach.canReenter(type, position, reached);
        open.remove(attempt);
        if (possible) {
            proved.add(attempt);
        }
        return possible;
    }

    /** Whether a field set on an object type can be had from positions. */
    boolean canResolve(String type, Set<Position> reached, FieldSet fields) {
        return canResolve(type, reached, fields.selections());
    }

    private boolean canResolve(String type, Set<Position> reached, SelectionSet selections) {
        return selections.getSelections().stream()
                .allMatch(selection -> canResolve(type, reached, (Selection<?>) selection));
    }

    private boolean canResolve(String type, Set<Position> reached, Selection<?> selection) {
        return switch (selection) {
            case InlineFragment fragment ->
                !Provided.applies(supergraph, type, fragment) || canResolve(type, reached, fragment.getSelectionSet());
            case Field field when field.getName().equals("__typename") -> true;
            case Field field -> canResolve(type, reached, field);
            default -> false;
        };
    }

    private boolean canResolve(String type, Set<Position> reached, Field field) {
        List<Position> resolvers = resolvers(type, reached, field.getName());
        SelectionSet children = field.getSelectionSet();
        if (resolvers.isEmpty() || children == null) {
            return !resolvers.isEmpty();
        }
        return children(type, resolvers, field.getName()).stream()
                .allMatch(child -> canResolve(child.type(), reach.from(child.type(), child.positions()), children));
    }

    /** The states that a composite field leads to: one for each object type that a resolver can answer with. */
    List<State> children(String type, List<Position> resolvers, String field) {
        String fieldType = supergraph
                .findFieldedType(type)
                .orElseThrow()
                .getField(field)
                .type()
                .name();
        return supergraph.possibleTypes(fieldType).stream()
                .map(object -> new State(object, positions(type, resolvers, field, object)))
                .filter(state -> !state.positions().isEmpty())
                .toList();
    }

    private Set<Position> positions(String type, List<Position> resolvers, String field, String object) {
        return resolvers.stream()
                .flatMap(position -> positions(type, position, field, object).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<Position> positions(String type, Position position, String field, String object) {
        FieldSource source = reach.typeOf(position)
                .getField(field)
                .findSource(position.subgraph())
                .orElseThrow();
        String answered = source.type().name();
        String subgraph = position.subgraph();
        FieldSet provided = Provided.below(supergraph, type, position.provided(), field, source.provides());
        if (isInterfaceObject(answered, subgraph)) {
            return implementsIn(object, answered) ? Set.of(new Position(subgraph, answered, provided)) : Set.of();
        }
        return supergraph.possibleTypesIn(answered, subgraph).contains(object)
                ? Set.of(new Position(subgraph, object, narrow(object, provided)))
                : Set.of();
    }

    private @Nullable FieldSet narrow(String object, @Nullable FieldSet provided) {
        return provided == null ? null : Provided.on(supergraph, object, provided);
    }

    private boolean isInterfaceObject(String type, String subgraph) {
        return supergraph
                .findFieldedType(type)
                .flatMap(declared -> declared.findSource(subgraph))
                .filter(source -> source.interfaceObject())
                .isPresent();
    }

    private boolean implementsIn(String object, String iface) {
        return supergraph.possibleTypes(iface).contains(object);
    }
}
