package org.khabar.gateway.supergraph.satisfiability;

import static org.khabar.gateway.supergraph.CompositionCode.MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED;
import static org.khabar.gateway.supergraph.CompositionCode.SATISFIABILITY_ERROR;

import graphql.language.OperationDefinition.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.ContextArgument;
import org.khabar.gateway.supergraph.ObjectType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;
import org.khabar.gateway.supergraph.SupergraphType;

/** Proves that every field that clients see can be resolved wherever they can ask for it. */
public final class Satisfiability {
    /** How many states are walked before the proof is given up. */
    static final int MAX_STATES = 200_000;

    private final Supergraph supergraph;
    private final CompositionLog log;
    private final Reach reach;
    private final ContextValues contexts;
    private final Set<Seen> seen = new HashSet<>();
    private final Deque<Visit> open = new ArrayDeque<>();
    private final Set<String> reported;

    /**
     * A place to go on from.
     *
     * @param contexts the arguments that can be filled from contexts on fields of the place
     */
    private record Visit(State state, Set<ContextArgument> contexts, Way way) {}

    private record Seen(State state, Set<ContextArgument> contexts) {}

    private Satisfiability(Supergraph supergraph, LabelChoice labels, Set<String> reported, CompositionLog log) {
        this.supergraph = supergraph;
        this.log = log;
        this.reach = new Reach(supergraph, labels);
        this.contexts = new ContextValues(supergraph);
        this.reported = reported;
    }

    /** Checks a supergraph; what cannot be answered is in the log, each field once. */
    public static void check(Supergraph supergraph, CompositionLog log) {
        Set<String> reported = new HashSet<>();
        LabelChoice.of(supergraph).forEach(labels -> new Satisfiability(supergraph, labels, reported, log).walk());
    }

    private void walk() {
        for (Operation operation : Operation.values()) {
            supergraph.findRoot(operation).ifPresent(root -> visit(root, operation));
        }
        while (!open.isEmpty()) {
            if (seen.size() > MAX_STATES) {
                log.error(
                        MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED,
                        List.copyOf(supergraph.subgraphs().keySet()),
                        "",
                        "The schema is too entangled to prove that it can be answered: more than " + MAX_STATES
                                + " states.");
                return;
            }
            Visit next = open.pop();
            expand(next);
        }
    }

    private void visit(ObjectType root, Operation operation) {
        visit(
                new State(root.name(), Set.of()),
                Set.of(),
                Way.start(operation.name().toLowerCase(Locale.ROOT)));
    }

    private void visit(State state, Set<ContextArgument> fillable, Way way) {
        State widened = new State(state.type(), reach.from(state.type(), state.positions()));
        if (seen.add(new Seen(widened, fillable))) {
            open.add(new Visit(widened, fillable, way));
        }
    }

    private void expand(Visit visit) {
        State state = visit.state();
        if (!(supergraph.types().get(state.type()) instanceof ObjectType type)
                || type.traits().inaccessible()) {
            return;
        }
        if (!reach.knowsType(type.name(), state.positions())) {
            report(type.name(), visit.way(), state, "cannot find out the type of the object");
            return;
        }
        Set<ContextArgument> below = contexts.below(state, visit.contexts(), reach.resolution());
        for (SupergraphField field : type.fields().values()) {
            if (!field.traits().inaccessible()) {
                expand(visit, field, below);
            }
        }
    }

    private void expand(Visit visit, SupergraphField field, Set<ContextArgument> below) {
        State state = visit.state();
        List<Position> resolvers = reach.resolution().resolvers(state.type(), state.positions(), field.name()).stream()
                .filter(position -> hasContexts(visit, position, field.name()))
                .toList();
        Way further = visit.way().then(field);
        if (resolvers.isEmpty()) {
            String coordinate = state.type() + "." + field.name();
            report(coordinate, further, state, new Explanation(supergraph, state, field).why());
            return;
        }
        if (isComposite(field)) {
            reach.resolution()
                    .children(state.type(), resolvers, field.name())
                    .forEach(child -> visit(child, below, arrive(further, field, child)));
        }
    }

    /** Whether the arguments that a subgraph takes from contexts can be filled, and sent. */
    private boolean hasContexts(Visit visit, Position position, String field) {
        List<ContextArgument> taken = reach.typeOf(position)
                .getField(field)
                .getSource(position.subgraph())
                .contextArguments();
        State state = visit.state();
        return taken.isEmpty()
                || visit.contexts().containsAll(taken) && reach.canReenter(state.type(), position, state.positions());
    }

    private static Way arrive(Way way, SupergraphField field, State child) {
        return field.type().name().equals(child.type()) ? way : way.as(child.type());
    }

    private boolean isComposite(SupergraphField field) {
        SupergraphType type = supergraph.types().get(field.type().name());
        return type != null && !supergraph.possibleTypes(type.name()).isEmpty();
    }

    private void report(String coordinate, Way way, State state, String why) {
        if (reported.add(coordinate)) {
            List<String> subgraphs = state.positions().stream()
                    .map(Position::subgraph)
                    .distinct()
                    .toList();
            log.error(
                    SATISFIABILITY_ERROR,
                    subgraphs,
                    coordinate,
                    "No subgraph that can be reached answers " + coordinate + " in the query " + way + ": " + why
                            + ".");
        }
    }
}
