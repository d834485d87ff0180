package org.khabar.gateway.plan;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.ContextSetters;
import org.khabar.gateway.supergraph.EntityKey;
import org.khabar.gateway.supergraph.FieldOverride;
import org.khabar.gateway.supergraph.FieldSource;
import org.khabar.gateway.supergraph.FieldedType;
import org.khabar.gateway.supergraph.InterfaceType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphField;

/**
 * What each subgraph has and resolves. Progressive overrides are settled here: the labels that hold for the operation
 * are given. What was looked up is kept, for the same questions come with every operation. Safe for use by many threads.
 */
final class Sources {
    private final Supergraph supergraph;
    private final Set<String> labels;
    private final ContextSetters setters;
    private final Map<Place, Optional<FieldSource>> found = new ConcurrentHashMap<>();
    private final Map<Place, Boolean> resolvable = new ConcurrentHashMap<>();
    private final Map<Place, List<String>> resolving = new ConcurrentHashMap<>();
    private final Map<Place, List<EntityKey>> keys = new ConcurrentHashMap<>();

    Sources(Supergraph supergraph, Set<String> labels) {
        this.supergraph = supergraph;
        this.labels = Set.copyOf(labels);
        this.setters = ContextSetters.of(supergraph);
    }

    /** How the subgraph defines the field on that type; through an interface object it may define it for the type. */
    @Nullable
    FieldSource find(String type, String field, String subgraph) {
        return found.computeIfAbsent(new Place(type, field, subgraph), this::look)
                .orElse(null);
    }

    private Optional<FieldSource> look(Place place) {
        return Optional.ofNullable(look(place.type, place.field, place.subgraph));
    }

    private @Nullable FieldSource look(String type, String field, String subgraph) {
        FieldedType fielded = supergraph.findFieldedType(type).orElse(null);
        if (fielded == null) {
            return null;
        }
        FieldSource own = own(fielded, field, subgraph);
        return own != null
                ? own
                : interfaceObjects(fielded, subgraph)
                        .map(object -> own(object, field, subgraph))
                        .filter(source -> source != null)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable FieldSource own(FieldedType type, String field, String subgraph) {
        SupergraphField found = type.fields().get(field);
        return found == null ? null : found.sources().get(subgraph);
    }

    private Stream<FieldedType> interfaceObjects(FieldedType type, String subgraph) {
        return type.interfaces().stream()
                .flatMap(name -> supergraph.findFieldedType(name).stream())
                .filter(candidate -> isInterfaceObject(candidate.name(), subgraph));
    }

    /** Whether the subgraph answers the field wherever it has the type, once it has what the field requires. */
    boolean isResolvable(String type, String field, FieldSource source) {
        return resolvable.computeIfAbsent(
                new Place(type, field, source.subgraph()),
                _ -> source.isResolvable() && isOverrideActive(source.override()) && !isTakenOver(type, field, source));
    }

    private boolean isOverrideActive(@Nullable FieldOverride override) {
        return override == null || override.label() == null || labels.contains(override.label());
    }

    private boolean isTakenOver(String type, String field, FieldSource source) {
        return supergraph
                .findFieldedType(type)
                .flatMap(fielded -> fielded.findField(field))
                .map(found -> found.overriders(source.subgraph()).stream()
                        .anyMatch(overrider -> isOverrideActive(overrider.override())))
                .orElse(false);
    }

    /** The subgraphs that resolve the field on that type, in schema order. */
    List<String> resolving(String type, String field) {
        Place place = new Place(type, field, "");
        List<String> known = resolving.get(place);
        if (known == null) {
            known = supergraph.subgraphs().keySet().stream()
                    .filter(subgraph -> resolves(type, field, subgraph))
                    .toList();
            resolving.put(place, known);
        }
        return known;
    }

    private boolean resolves(String type, String field, String subgraph) {
        FieldSource source = find(type, field, subgraph);
        return source != null && isResolvable(type, field, source);
    }

    /** What the subgraph calls the type: its own name, or the interface that it knows as an object. */
    Optional<String> nameIn(String type, String subgraph) {
        FieldedType fielded = supergraph.findFieldedType(type).orElse(null);
        if (fielded == null) {
            return supergraph.types().containsKey(type)
                            && supergraph.getType(type).subgraphs().contains(subgraph)
                    ? Optional.of(type)
                    : Optional.empty();
        }
        return fielded.findSource(subgraph).isPresent()
                ? Optional.of(type)
                : interfaceObjects(fielded, subgraph).map(FieldedType::name).findFirst();
    }

    /** The keys by which the subgraph can be entered at that type. */
    List<EntityKey> keys(String type, String subgraph) {
        return keys.computeIfAbsent(new Place(type, "", subgraph), _ -> resolvableKeys(type, subgraph));
    }

    private List<EntityKey> resolvableKeys(String type, String subgraph) {
        return nameIn(type, subgraph)
                .flatMap(supergraph::findFieldedType)
                .map(fielded -> fielded.keysIn(subgraph).stream()
                        .filter(EntityKey::resolvable)
                        .toList())
                .orElse(List.of());
    }

    /** Whether the subgraph knows this interface as an object, and so cannot tell an object's type. */
    boolean isInterfaceObject(String type, String subgraph) {
        return supergraph.types().get(type) instanceof InterfaceType known
                && known.findSource(subgraph)
                        .map(source -> source.interfaceObject())
                        .orElse(false);
    }

    /** Whether the subgraph itself has the type as an interface. */
    boolean isInterface(String type, String subgraph) {
        return supergraph.types().get(type) instanceof InterfaceType known
                && known.findSource(subgraph)
                        .map(source -> !source.interfaceObject())
                        .orElse(false);
    }

    Set<String> possibleTypesIn(String type, String subgraph) {
        return supergraph.possibleTypesIn(type, subgraph);
    }

    /**
     * Whether the subgraph brings the field for every object of an abstract type, so that no type conditions are
     * needed.
     */
    boolean isDirect(String type, String field, String subgraph, Set<String> possible) {
        if (field.equals("__typename")) {
            return !isInterfaceObject(type, subgraph);
        }
        FieldSource source = find(type, field, subgraph);
        if (source == null || !isResolvable(type, field, source)) {
            return false;
        }
        if (isInterfaceObject(type, subgraph)) {
            return true;
        }
        Set<String> known = possibleTypesIn(type, subgraph);
        return !source.needsInput()
                && supergraph.possibleTypes(type).stream()
                        .filter(possible::contains)
                        .allMatch(object -> known.contains(object) && isLocal(object, field, subgraph));
    }

    /** Whether the subgraph resolves the field there with nothing sent to it. */
    boolean isLocal(String type, String field, String subgraph) {
        FieldSource source = find(type, field, subgraph);
        return source != null && isResolvable(type, field, source) && !source.needsInput();
    }

    /**
     * Whether the subgraph still has the field for one of its keys although another took it over. An external field
     * of a key is not among these.
     */
    boolean isKeyField(String type, String field, String subgraph) {
        FieldSource source = find(type, field, subgraph);
        return source != null && source.usedOverridden() && isInKey(type, field, subgraph);
    }

    private boolean isInKey(String type, String field, String subgraph) {
        return nameIn(type, subgraph)
                .flatMap(supergraph::findFieldedType)
                .map(fielded -> fielded.keysIn(subgraph).stream()
                        .anyMatch(key -> mentions(key.fields().selections(), field)))
                .orElse(false);
    }

    private static boolean mentions(SelectionSet selections, String field) {
        return selections.getSelections().stream()
                .anyMatch(selection -> selection instanceof Field selected
                        && selected.getName().equals(field));
    }

    /** What the provided selections say under one field. */
    static List<SelectionSet> providedUnder(List<SelectionSet> provides, String field) {
        List<SelectionSet> under = new ArrayList<>();
        for (SelectionSet provided : provides) {
            for (Selection<?> selection : provided.getSelections()) {
                if (selection instanceof Field selected
                        && selected.getName().equals(field)
                        && selected.getSelectionSet() != null) {
                    under.add(selected.getSelectionSet());
                }
            }
        }
        return under;
    }

    /** What the provided selections say of objects of one type. */
    static List<SelectionSet> providedOn(List<SelectionSet> provides, String type) {
        List<SelectionSet> on = new ArrayList<>(provides);
        for (SelectionSet provided : provides) {
            for (Selection<?> selection : provided.getSelections()) {
                if (selection instanceof InlineFragment fragment
                        && (fragment.getTypeCondition() == null
                                || fragment.getTypeCondition().getName().equals(type))) {
                    on.add(fragment.getSelectionSet());
                }
            }
        }
        return on;
    }

    static boolean isProvided(List<SelectionSet> provides, String field) {
        return provides.stream().anyMatch(provided -> mentions(provided, field));
    }

    /** Whether a type condition makes sense to the subgraph at a place that it declares to be of a type. */
    boolean canNarrow(String declared, String type, String subgraph) {
        if (nameIn(type, subgraph).isEmpty()) {
            return false;
        }
        if (declared.equals(type)) {
            return true;
        }
        Set<String> possible = possibleTypesIn(declared, subgraph);
        return possible.contains(type)
                || possibleTypesIn(type, subgraph).stream().anyMatch(possible::contains);
    }

    boolean isQueryType(String type) {
        return type.equals(supergraph.roots().get(Operation.QUERY));
    }

    Set<String> subgraphs() {
        return supergraph.subgraphs().keySet();
    }

    ContextSetters setters() {
        return setters;
    }

    Supergraph supergraph() {
        return supergraph;
    }

    /** A field of a type in a subgraph. */
    private record Place(String type, String field, String subgraph) {}
}
