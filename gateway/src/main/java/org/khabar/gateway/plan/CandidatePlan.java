package org.khabar.gateway.plan;

import graphql.language.OperationDefinition.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.AnswerShape.Layout;
import org.khabar.gateway.plan.PlanChoices.Order;

/** One way to answer an operation, to be compared with others. */
final class CandidatePlan {
    /** Fewest fetches, then least depth, then fields as early as can be. */
    private static final Comparator<CandidatePlan> COST = Comparator.comparingInt(CandidatePlan::fetches)
            .thenComparingInt(CandidatePlan::depth)
            .thenComparingInt(CandidatePlan::lateness);

    private final PlanningContext context;
    private final PlanChoices given;
    private final DataPath data = DataPath.root();
    private final PlanTree tree;
    private final FetchCompiler compiler;
    private final List<List<FetchGroup>> units = new ArrayList<>();
    private final Map<ClientField, PathNode> roots = new LinkedHashMap<>();
    private final List<PlanChoices.Open> open = new ArrayList<>();
    private int leafCount;
    private int steps;

    /**
     * Makes it.
     *
     * @throws UnreachableException when a field cannot be reached this way
     */
    CandidatePlan(PlanningContext context, PlanChoices given) {
        this.context = context;
        this.given = given;
        this.tree = new PlanTree(
                context.sources(),
                context.types(),
                context.exploded(),
                context.limits().maxFields(),
                context.operation().getOperation() == Operation.MUTATION);
        this.compiler = new FetchCompiler(
                context.types(), context.operation(), context.limits().maxFields());
        OperationUnit.of(context).forEach(this::build);
    }

    boolean isCheaperThan(CandidatePlan other) {
        return COST.compare(this, other) < 0;
    }

    int fetches() {
        return units.stream().mapToInt(List::size).sum();
    }

    private int depth() {
        return units.stream()
                .mapToInt(
                        unit -> unit.stream().mapToInt(FetchGroup::depth).max().orElse(0))
                .sum();
    }

    /** How many fields come late, weighed by how late. */
    private int lateness() {
        return units.stream()
                .flatMap(List::stream)
                .mapToInt(group -> group.depth() * group.size())
                .sum();
    }

    int leafCount() {
        return leafCount;
    }

    /** How much work went into finding ways. */
    int steps() {
        return steps;
    }

    /** What it was made by. */
    PlanChoices choices() {
        return given;
    }

    /** Where it could have chosen otherwise. */
    List<PlanChoices.Open> open() {
        return open;
    }

    private void build(OperationUnit unit) {
        PathNode root = tree.root(data, context.selection().type, unit.subgraphs());
        List<FetchGroup> groups = new ArrayList<>();
        FetchGraphBuilder graph =
                new FetchGraphBuilder(context.sources(), context.types(), tree, context.operation(), groups);
        List<PlanField> leaves = new ArrayList<>();
        LeafCollector collector = new LeafCollector(tree, context.types(), graph, leaves);
        for (ClientField field : unit.fields()) {
            roots.put(field, root);
            collector.add(root, field);
        }
        resolve(leaves, graph);
        steps += graph.steps();
        graph.awaitTypes();
        DeferralCompiler.spread(groups);
        groups.stream().filter(group -> group.at == null).forEach(group -> group.selection.sort(keys(unit, root)));
        units.add(FetchBatches.join(FetchMerger.merge(groups, compiler)));
    }

    /** The keys of the root fields in the order in which they are asked for. */
    private static List<String> keys(OperationUnit unit, PathNode root) {
        return unit.fields().stream()
                .flatMap(field -> root.planned.getOrDefault(field, List.of()).stream())
                .map(PlanField::dataKey)
                .distinct()
                .toList();
    }

    private void resolve(List<PlanField> leaves, FetchGraphBuilder graph) {
        leafCount += leaves.size();
        List<Leaf> order = new ArrayList<>();
        leaves.forEach(leaf -> order.add(new Leaf(leaf, graph.choices(leaf), distance(leaf, graph))));
        Map<String, String> preferred = new HashMap<>(given.covering() ? cover(order, graph) : Map.of());
        preferred.putAll(given.made());
        order.sort(
                Comparator.<Leaf>comparingInt(leaf -> Layer.depth(leaf.field().layers()))
                        .thenComparing(leaf -> leaf.rank(given.order())));
        for (Leaf leaf : order) {
            String place = leaf.place();
            if (leaf.subgraphs().size() > 1) {
                open.add(new PlanChoices.Open(place, leaf.subgraphs()));
            }
            graph.resolve(leaf.field(), preferred.get(place));
        }
    }

    private int distance(PlanField leaf, FetchGraphBuilder graph) {
        return given.order() == Order.NEAR_FIRST ? graph.distance(leaf) : 0;
    }

    /** The subgraphs to take the fields of each place from, so that there are few for each place. */
    private static Map<String, String> cover(List<Leaf> leaves, FetchGraphBuilder graph) {
        Map<TypeView, List<Leaf>> byView = leaves.stream()
                .filter(leaf -> !leaf.field().name.equals("__typename"))
                .collect(Collectors.groupingBy(leaf -> leaf.field().view, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> chosen = new HashMap<>();
        byView.forEach((view, together) -> {
            List<@Nullable String> found =
                    new LeafCover(together.stream().map(Leaf::subgraphs).toList(), graph.distances(view)).find();
            for (int i = 0; i < together.size(); i++) {
                String subgraph = found.get(i);
                if (subgraph != null) {
                    chosen.put(together.get(i).place(), subgraph);
                }
            }
        });
        return chosen;
    }

    /** Makes the plan of it. To be called once. */
    QueryPlan finish() {
        Numbering numbering = new Numbering(compiler);
        PlanAssembler assembler = new PlanAssembler(numbering::compile);
        DeferralCompiler deferral =
                new DeferralCompiler(units.stream().flatMap(List::stream).toList());
        List<PlanNode> series = units.stream()
                .map(unit -> assembler.assemble(
                        unit.stream().filter(deferral.first()::contains).toList()))
                .filter(Objects::nonNull)
                .map(node -> (PlanNode) node)
                .toList();
        QueryPlan.Introspection introspection =
                IntrospectionPlanner.plan(context.document(), context.operation(), context.selection(), data);
        PlanNode root = series.isEmpty() ? null : PlanAssembler.sequence(series);
        OutputCompiler compiler = new OutputCompiler(
                context.supergraph(), context.types(), context.variant().stranger(), deferral::blocks);
        List<OutputCompiler.Place> places = List.of(new OutputCompiler.Place(context.selection(), root()));
        OutputSelection output = compiler.compile(places);
        Deferral later = DeferralCompiler.isIncremental(output)
                ? new Deferral(
                        compiler.compileWhole(places),
                        deferral.assemble(assembler, numbering::numberOf),
                        root != null && StreamSteps.areIn(root))
                : null;
        return new QueryPlan(
                context.operation().getOperation(),
                root,
                new Layout(data.leafCount(), data.childCount()),
                output,
                introspection,
                fetches(),
                introspection == null && later == null && PassThroughCheck.holds(root, output),
                later);
    }

    /** The units of a mutation each have a root of their own; the answer has one. */
    private PathNode root() {
        PathNode root = tree.root(data, context.selection().type, Set.of());
        roots.values()
                .forEach(unit -> unit.planned.forEach((field, planned) -> root.planned.put(field.origin(), planned)));
        IntrospectionPlanner.keep(root, context.selection());
        return root;
    }

    /** A leaf with the subgraphs that resolve it. */
    private record Leaf(PlanField field, List<String> subgraphs, int distance) {
        int rank(Order order) {
            if (field.name.equals("__typename")) {
                return Integer.MAX_VALUE;
            }
            return switch (order) {
                case FORCED_FIRST -> subgraphs.size() > 1 ? 1 : 0;
                case AS_WRITTEN -> 0;
                case NEAR_FIRST -> distance;
            };
        }

        String place() {
            return field.view.node.data + "/" + field.view.type + "." + field.dataKey();
        }
    }

    private static final class Numbering {
        private final FetchCompiler compiler;
        private final Map<FetchGroup, Integer> numbers = new HashMap<>();
        private int next;

        Numbering(FetchCompiler compiler) {
            this.compiler = compiler;
        }

        PlanNode compile(FetchGroup group) {
            numbers.put(group, next);
            return compiler.compile(group, () -> next++);
        }

        int numberOf(FetchGroup group) {
            return Objects.requireNonNull(numbers.get(group));
        }
    }
}
