package org.khabar.gateway.plan;

import graphql.language.AstPrinter;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.FieldSource;
import org.khabar.gateway.supergraph.SupergraphField;
import org.khabar.gateway.supergraph.TypeRef;

/** Grows the tree of places and fields that a plan has to do with. */
final class PlanTree {
    private static final TypeRef TYPENAME = TypeRef.parse("String!");

    private final Sources sources;
    private final Types types;
    private final Set<String> exploded;
    private final int maxFields;
    private final boolean serial;
    private int fieldCount;

    /**
     * An empty tree.
     *
     * @param exploded coordinates of abstract types' fields that must be fetched type by type
     * @param maxFields bound on the fields of the tree
     * @param serial whether root fields do something, as those of a mutation: none then stands for another
     */
    PlanTree(Sources sources, Types types, Set<String> exploded, int maxFields, boolean serial) {
        this.sources = sources;
        this.types = types;
        this.exploded = exploded;
        this.maxFields = maxFields;
        this.serial = serial;
    }

    PathNode root(DataPath data, String type, Set<String> subgraphs) {
        Map<String, PathNode.Producer> producers = new LinkedHashMap<>();
        subgraphs.forEach(subgraph -> producers.put(subgraph, new PathNode.Producer(type, List.of())));
        return new PathNode(data, type, null, producers, Set.of(type));
    }

    PlanField typename(TypeView view) {
        return view.fields.computeIfAbsent(
                view.node.data.typename().key(),
                _ -> new PlanField(view, "__typename", List.of(), TYPENAME, view.node.data.typename()));
    }

    /**
     * The fields by which a field of a view is fetched: itself, or for an abstract type, where no subgraph brings it
     * for all objects, one for each object type.
     */
    List<PlanField> fields(TypeView view, Asked asked) {
        if (!types.isAbstract(view.type) || view.node.possibleTypes.isEmpty() || isDirect(view, asked.name())) {
            return List.of(field(view, asked));
        }
        List<String> objects = view.node.possibleTypes.stream()
                .filter(object -> types.contains(view.type, object))
                .toList();
        return fieldsOn(view.node, objects, asked);
    }

    /** The fields by which a field is fetched for objects of certain types. */
    List<PlanField> fieldsOn(PathNode node, List<String> objects, Asked asked) {
        List<PlanField> fields = new ArrayList<>();
        objects.forEach(object -> fields.add(field(node.view(object), asked)));
        return fields;
    }

    /** Whether only subgraphs bring the place that know its interface as an object. */
    boolean isOpaque(PathNode node) {
        return !node.producers.isEmpty()
                && node.producers.entrySet().stream()
                        .allMatch(producer ->
                                sources.isInterfaceObject(producer.getValue().type(), producer.getKey()));
    }

    /** Whether some subgraph brings the field for all objects of an abstract type. */
    boolean isDirect(TypeView view, String name) {
        return !exploded.contains(view.type + "." + name)
                && sources.subgraphs().stream()
                        .anyMatch(subgraph -> mayHave(view, subgraph)
                                && sources.isDirect(view.type, name, subgraph, view.node.possibleTypes));
    }

    private boolean mayHave(TypeView view, String subgraph) {
        PathNode.Producer producer = view.node.producers.get(subgraph);
        if (producer != null && (view.isBase() || sources.canNarrow(producer.type(), view.type, subgraph))) {
            return true;
        }
        return view.isBase()
                && !sources.keys(view.type, subgraph).isEmpty()
                && (sources.isInterfaceObject(view.type, subgraph) || hasOpaqueProducer(view));
    }

    private boolean hasOpaqueProducer(TypeView view) {
        return view.node.producers.keySet().stream()
                .anyMatch(subgraph -> sources.isInterfaceObject(view.type, subgraph));
    }

    private PlanField field(TypeView view, Asked asked) {
        if (asked.name().equals("__typename")) {
            return typename(view);
        }
        SupergraphField definition = types.field(view.type, asked.name());
        boolean composite = types.isComposite(definition.type().name());
        String identity = (asked.apart() ? "@" : "")
                + (asked.apart() || isOwn(view, composite) ? asked.key() + ":" : "")
                + asked.name()
                + asked.arguments().stream().map(AstPrinter::printAstCompact).toList();
        DataPath.Slot slot = view.node.data.slot(asked.key(), identity, shape(definition), composite);
        PlanField present = view.fields.get(slot.key());
        if (present != null) {
            return present;
        }
        if (++fieldCount > maxFields) {
            throw PlanningException.tooLarge(maxFields);
        }
        PlanField field = new PlanField(view, asked.name(), asked.arguments(), definition.type(), slot);
        view.fields.put(slot.key(), field);
        if (slot.path() != null) {
            field.child(child(field, slot.path()));
        }
        return field;
    }

    /**
     * Whether the field is fetched for itself under each key that it is asked for: if what is selected under one key
     * fails, it may take the whole object away, but not what is selected under the other.
     */
    private boolean isOwn(TypeView view, boolean composite) {
        return composite || serial && view.node.isRoot();
    }

    /** What the GraphQL spec calls the response shape, over the subgraphs (SameResponseShape). */
    private String shape(SupergraphField definition) {
        Set<String> shapes = new TreeSet<>();
        definition.sources().values().forEach(source -> shapes.add(shape(source.type())));
        return shapes.isEmpty() ? shape(definition.type()) : String.join("|", shapes);
    }

    private String shape(TypeRef type) {
        return types.isComposite(type.name()) ? type.toString().replace(type.name(), "{}") : type.toString();
    }

    private PathNode child(PlanField field, DataPath data) {
        Map<String, PathNode.Producer> producers = producers(field);
        String type = field.type.name();
        return new PathNode(data, type, field, producers, possibleTypes(type, producers));
    }

    private Map<String, PathNode.Producer> producers(PlanField field) {
        Map<String, PathNode.Producer> producers = new LinkedHashMap<>();
        for (String subgraph : reachable(field.view)) {
            FieldSource source = sources.find(field.view.type, field.name, subgraph);
            List<SelectionSet> outer = outerProvides(field.view, subgraph);
            if (source != null && mayResolve(field, source, outer)) {
                producers.put(
                        subgraph,
                        new PathNode.Producer(source.type().name(), Resolvability.provides(source, field.name, outer)));
            }
        }
        return producers;
    }

    private boolean mayResolve(PlanField field, FieldSource source, List<SelectionSet> outer) {
        return sources.isResolvable(field.view.type, field.name, source)
                || Sources.isProvided(outer, field.name)
                || sources.isKeyField(field.view.type, field.name, source.subgraph());
    }

    private static List<SelectionSet> outerProvides(TypeView view, String subgraph) {
        PathNode.Producer producer = view.node.producers.get(subgraph);
        return producer == null ? List.of() : Sources.providedOn(producer.provides(), view.type);
    }

    /** The subgraphs that may get to hold the view's objects, by the parent field or by a key. */
    private Set<String> reachable(TypeView view) {
        return sources.subgraphs().stream()
                .filter(subgraph -> produces(view, subgraph)
                        || !view.node.isRoot()
                                && (sources.isQueryType(view.type)
                                        || !sources.keys(view.type, subgraph).isEmpty()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean produces(TypeView view, String subgraph) {
        PathNode.Producer producer = view.node.producers.get(subgraph);
        return producer != null
                && (view.isBase()
                        || sources.isInterfaceObject(producer.type(), subgraph)
                        || sources.canNarrow(producer.type(), view.type, subgraph));
    }

    private Set<String> possibleTypes(String type, Map<String, PathNode.Producer> producers) {
        if (!types.isAbstract(type)) {
            return Set.of(type);
        }
        Set<String> possible = null;
        for (Map.Entry<String, PathNode.Producer> producer : producers.entrySet()) {
            String declared = producer.getValue().type();
            if (!sources.isInterfaceObject(declared, producer.getKey())) {
                Set<String> own = sources.possibleTypesIn(declared, producer.getKey());
                possible = possible == null ? new LinkedHashSet<>(own) : retain(possible, own);
            }
        }
        return possible == null || possible.isEmpty() ? types.possibleTypes(type) : possible;
    }

    private static Set<String> retain(Set<String> some, Set<String> others) {
        some.retainAll(others);
        return some;
    }
}
