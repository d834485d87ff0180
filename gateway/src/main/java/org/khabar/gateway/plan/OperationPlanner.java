package org.khabar.gateway.plan;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.AnswerShape.Layout;
import org.khabar.gateway.supergraph.Supergraph;

/** Plans one operation, with one set of choices about abstract types. */
final class OperationPlanner {
    private final Supergraph supergraph;
    private final Types types;
    private final Sources sources;
    private final Set<String> exploded;
    private final Document document;
    private final OperationDefinition operation;
    private final PlannerLimits limits;

    OperationPlanner(
            Supergraph supergraph,
            Set<String> labels,
            Set<String> exploded,
            Document document,
            OperationDefinition operation,
            PlannerLimits limits) {
        this.supergraph = supergraph;
        this.types = new Types(supergraph);
        this.sources = new Sources(supergraph, labels);
        this.exploded = exploded;
        this.document = document;
        this.operation = operation;
        this.limits = limits;
    }

    QueryPlan plan(ClientSelection selection) {
        Candidate best = candidate(selection, Map.of());
        int tried = 1;
        for (Choice choice : best.choices) {
            for (String subgraph : choice.subgraphs()) {
                if (tried++ >= limits.maxAlternatives()) {
                    return best.finish(selection);
                }
                best = better(best, selection, choice, subgraph);
            }
        }
        return best.finish(selection);
    }

    private Candidate better(Candidate best, ClientSelection selection, Choice choice, String subgraph) {
        Map<String, String> changed = new HashMap<>(best.made);
        changed.put(choice.place(), subgraph);
        try {
            Candidate other = candidate(selection, changed);
            return other.isCheaperThan(best) ? other : best;
        } catch (UnreachableException _) {
            return best;
        }
    }

    private Candidate candidate(ClientSelection selection, Map<String, String> made) {
        Candidate candidate = new Candidate(made);
        candidate.build(selection);
        return candidate;
    }

    /**
     * A field that more than one subgraph resolves.
     *
     * @param place where and which field
     * @param subgraphs what can be chosen
     */
    private record Choice(String place, List<String> subgraphs) {}

    /** One complete plan. */
    private final class Candidate {
        private final Map<String, String> made;
        private final DataPath data = DataPath.root();
        private final PlanTree tree = new PlanTree(sources, types, exploded, limits.maxFields());
        private final List<List<FetchGroup>> units = new ArrayList<>();
        private final Map<ClientField, PathNode> nodes = new LinkedHashMap<>();
        private final List<Choice> choices = new ArrayList<>();

        Candidate(Map<String, String> made) {
            this.made = made;
        }

        boolean isCheaperThan(Candidate other) {
            int fetches = fetches() - other.fetches();
            return fetches < 0 || fetches == 0 && depth() < other.depth();
        }

        private int fetches() {
            return units.stream().mapToInt(List::size).sum();
        }

        private int depth() {
            return units.stream()
                    .mapToInt(unit ->
                            unit.stream().mapToInt(FetchGroup::depth).max().orElse(0))
                    .sum();
        }

        void build(ClientSelection selection) {
            for (Unit unit : units(selection)) {
                PathNode root = tree.root(data, selection.type, unit.subgraphs());
                List<FetchGroup> groups = new ArrayList<>();
                FetchGraphBuilder graph = new FetchGraphBuilder(sources, types, tree, operation.getOperation(), groups);
                List<PlanField> leaves = new ArrayList<>();
                unit.fields().forEach(field -> nodes.put(field, root));
                LeafCollector collector = new LeafCollector(tree, types, leaves);
                unit.fields().forEach(field -> collector.add(root, field));
                resolve(leaves, graph);
                units.add(groups);
            }
        }

        private void resolve(List<PlanField> leaves, FetchGraphBuilder graph) {
            List<PlanField> open = new ArrayList<>();
            for (PlanField leaf : leaves) {
                List<String> possible = List.copyOf(graph.choices(leaf));
                if (possible.size() == 1) {
                    graph.resolve(leaf, null);
                } else {
                    open.add(leaf);
                }
            }
            for (PlanField leaf : open) {
                String place = leaf.view.node.data + "/" + leaf.view.type + "." + leaf.dataKey();
                List<String> possible = List.copyOf(graph.choices(leaf));
                if (possible.size() > 1 && !made.containsKey(place)) {
                    choices.add(new Choice(place, possible));
                }
                graph.resolve(leaf, made.get(place));
            }
        }

        /** Queries are planned as a whole; root fields of a mutation run in the order written. */
        private List<Unit> units(ClientSelection selection) {
            List<ClientField> fields = selection.fields().stream()
                    .filter(field -> !field.name.startsWith("__"))
                    .toList();
            if (fields.isEmpty()) {
                return List.of();
            }
            return operation.getOperation() == Operation.MUTATION
                    ? mutationUnits(fields)
                    : List.of(new Unit(rootSubgraphs(selection.type), fields));
        }

        private List<Unit> mutationUnits(List<ClientField> fields) {
            List<Unit> series = new ArrayList<>();
            for (ClientField field : fields) {
                List<String> resolving = sources.resolving(field.onType, field.name);
                Set<String> subgraphs = resolving.isEmpty() ? Set.of() : Set.of(resolving.getFirst());
                if (!series.isEmpty() && series.getLast().subgraphs().equals(subgraphs)) {
                    series.getLast().fields().add(field);
                } else {
                    series.add(new Unit(subgraphs, new ArrayList<>(List.of(field))));
                }
            }
            return series;
        }

        private Set<String> rootSubgraphs(String type) {
            Set<String> subgraphs = new LinkedHashSet<>();
            for (String subgraph : sources.subgraphs()) {
                if (sources.nameIn(type, subgraph).isPresent()) {
                    subgraphs.add(subgraph);
                }
            }
            return subgraphs;
        }

        QueryPlan finish(ClientSelection selection) {
            FetchCompiler compiler = new FetchCompiler(types, operation);
            PlanAssembler assembler = new PlanAssembler(new Numbering(compiler)::compile);
            List<PlanNode> series = units.stream()
                    .map(assembler::assemble)
                    .filter(Objects::nonNull)
                    .map(node -> (PlanNode) node)
                    .toList();
            QueryPlan.Introspection introspection = IntrospectionPlanner.plan(document, operation, selection, data);
            PathNode root = nodes.isEmpty() ? null : nodes.values().iterator().next();
            nodes.values().stream().filter(node -> node != root).forEach(node -> {
                if (root != null) {
                    root.planned.putAll(node.planned);
                }
            });
            OutputSelection output = new OutputCompiler(supergraph, types)
                    .compile(List.of(new OutputCompiler.Place(selection, introspected(root, selection))));
            return new QueryPlan(
                    operation.getOperation(),
                    series.isEmpty() ? null : PlanAssembler.sequence(series),
                    new Layout(data.leafCount(), data.childCount()),
                    output,
                    introspection,
                    fetches());
        }

        private PathNode introspected(@Nullable PathNode fetched, ClientSelection selection) {
            PathNode root = fetched == null ? tree.root(data, selection.type, Set.of()) : fetched;
            IntrospectionPlanner.keep(root, selection);
            return root;
        }
    }

    /** Root fields that are planned together. */
    private record Unit(Set<String> subgraphs, List<ClientField> fields) {}

    private static final class Numbering {
        private final FetchCompiler compiler;
        private int next;

        Numbering(FetchCompiler compiler) {
            this.compiler = compiler;
        }

        PlanNode compile(FetchGroup group) {
            return compiler.compile(group, next++);
        }
    }
}
