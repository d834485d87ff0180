package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.plan.OutputSelection.Kind;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.supergraph.EnumType;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.TypeRef;

/** Says how the answer is written: for each place and type of object, the fields in the client's order. */
final class OutputCompiler {
    private final Supergraph supergraph;
    private final Types types;
    private final Kind refusal;
    private final Layers layering;
    private final Map<Asked, OutputSelection> known = new HashMap<>();

    OutputCompiler(Supergraph supergraph, Types types, boolean stranger, Layers layering) {
        this.layering = layering;
        this.supergraph = supergraph;
        this.types = types;
        this.refusal = stranger ? Kind.UNAUTHENTICATED : Kind.FORBIDDEN;
    }

    /**
     * What the client selected at a place, with the fields that bring it.
     *
     * @param selection the client's selection
     * @param node the place in the plan; null when nothing is fetched for it
     */
    record Place(ClientSelection selection, @Nullable PathNode node) {}

    /** Which blocks of fetches a layer waits for. */
    interface Layers {
        Set<Integer> blocks(Set<Layer> layers);
    }

    /** What comes first, with what comes later of it. */
    OutputSelection compile(List<Place> places) {
        return compile(places, Layer.FIRST);
    }

    /** All layers, as if they came at once. */
    OutputSelection compileWhole(List<Place> places) {
        return compile(places, Set.of());
    }

    private OutputSelection compile(List<Place> places, Set<Layer> layers) {
        Asked asked = new Asked(places, layers);
        OutputSelection present = known.get(asked);
        if (present != null) {
            return present;
        }
        String type = places.getFirst().selection().type;
        Map<String, List<OutputField>> byType = new HashMap<>();
        for (String object : visibleTypes(type)) {
            byType.put(object, fields(places, object, layers));
        }
        boolean isAbstract = types.isAbstract(type);
        OutputSelection compiled = new OutputSelection(
                isAbstract ? null : type,
                byType,
                isAbstract && isUntyped(places) ? fields(places, type, layers) : null,
                parts(places, layers));
        known.put(asked, compiled);
        return compiled;
    }

    /** The fragments that are deferred here out of some layers, each with all that the places select of it. */
    private List<Deferral.Part> parts(List<Place> places, Set<Layer> layers) {
        Map<Object, Set<Layer>> byFragment = new LinkedHashMap<>();
        for (Place place : places) {
            for (Layer layer : place.selection().begun()) {
                Layer parent = layer.parent;
                if (parent != null && layers.contains(parent)) {
                    Object fragment = List.of(Objects.requireNonNull(layer.fragment), parent);
                    byFragment
                            .computeIfAbsent(fragment, _ -> new LinkedHashSet<>())
                            .add(layer);
                }
            }
        }
        return byFragment.values().stream()
                .map(deferred -> new Deferral.Part(
                        deferred.iterator().next().label, compile(places, deferred), layering.blocks(deferred)))
                .filter(part -> !part.output().isEmpty())
                .toList();
    }

    /** Whether all that is selected is selected on the place's own type. */
    private static boolean isUntyped(List<Place> places) {
        return places.stream()
                .allMatch(place -> place.selection().fields().stream()
                        .allMatch(field -> field.onType.equals(place.selection().type)
                                && !field.isTypename()
                                && !field.isPartlyRefused()));
    }

    private List<String> visibleTypes(String type) {
        return types.possibleTypes(type).stream()
                .filter(object -> !supergraph.getType(object).traits().inaccessible())
                .toList();
    }

    private List<OutputField> fields(List<Place> places, String object, Set<Layer> layers) {
        Map<String, List<Occurrence>> byKey = new LinkedHashMap<>();
        for (Place place : places) {
            for (ClientField field : place.selection().fields()) {
                if (types.contains(field.onType, object)) {
                    byKey.computeIfAbsent(field.responseKey, _ -> new ArrayList<>())
                            .add(new Occurrence(field, planned(place.node(), field, object)));
                }
            }
        }
        return inOrder(byKey, object, layers);
    }

    /** A field stands where its first mention that counts stands (GraphQL spec, CollectFields). */
    private List<OutputField> inOrder(Map<String, List<Occurrence>> byKey, String object, Set<Layer> layers) {
        List<Turn> turns = new ArrayList<>();
        byKey.values().forEach(occurrences -> turns.addAll(turns(occurrences, object, layers)));
        turns.sort(Comparator.comparingInt(Turn::position));
        return turns.stream().map(Turn::field).toList();
    }

    private List<Turn> turns(List<Occurrence> occurrences, String object, Set<Layer> layers) {
        List<ClientField.Appearance> mentions = mentions(occurrences, layers);
        Condition shown = shown(occurrences, layers);
        if (mentions.isEmpty() || shown.isAlways() && occurrences.getFirst().field().selection == null) {
            return List.of();
        }
        OutputField field = field(occurrences, object, layers);
        boolean isLeaf = field.selection() == null;
        if (shown.isAlways() && (field.selection() == null || field.selection().isEmpty())) {
            return List.of();
        }
        return turns(
                mentions,
                isLeaf ? shown : Condition.NEVER,
                shown.equals(Condition.NEVER) || isLeaf ? field : field.shownBefore());
    }

    private static List<Turn> turns(List<ClientField.Appearance> mentions, Condition shown, OutputField field) {
        List<Turn> turns = new ArrayList<>();
        Condition earlier = shown;
        for (ClientField.Appearance mention : mentions) {
            Condition itself = Condition.of(mention.guard());
            if (!earlier.isAlways()) {
                turns.add(new Turn(mention.position(), field.when(itself, earlier)));
            }
            earlier = earlier.or(itself);
        }
        return turns;
    }

    /** When a field came with an earlier layer. */
    private static Condition shown(List<Occurrence> occurrences, Set<Layer> layers) {
        Condition shown = Condition.NEVER;
        for (Occurrence occurrence : occurrences) {
            for (ClientField.Appearance mention : occurrence.field().appearances()) {
                if (layers.stream()
                        .anyMatch(layer ->
                                layer != mention.layer() && mention.layer().covers(layer))) {
                    shown = shown.or(Condition.of(mention.guard()));
                }
            }
        }
        return shown;
    }

    private static List<ClientField.Appearance> mentions(List<Occurrence> occurrences, Set<Layer> layers) {
        return occurrences.stream()
                .flatMap(occurrence -> occurrence.field().appearances().stream())
                .filter(mention -> layers.isEmpty() || layers.contains(mention.layer()))
                .sorted(Comparator.comparingInt(ClientField.Appearance::position))
                .toList();
    }

    private @Nullable PlanField planned(@Nullable PathNode node, ClientField field, String object) {
        if (node == null) {
            return null;
        }
        for (PlanField planned : node.planned.getOrDefault(field, List.of())) {
            if (types.contains(planned.view.type, object)) {
                return planned;
            }
        }
        return null;
    }

    private OutputField field(List<Occurrence> occurrences, String object, Set<Layer> layers) {
        ClientField first = occurrences.getFirst().field();
        if (isRefused(occurrences, object)) {
            return plain(first, object, refusal);
        }
        if (first.isTypename()) {
            return plain(first, object, Kind.TYPENAME);
        }
        TypeRef type = type(first, object);
        return new OutputField(
                JsonKey.of(first.responseKey),
                object + "." + first.name,
                Condition.ALWAYS,
                Condition.NEVER,
                first.selection == null ? Kind.LEAF : Kind.OBJECT,
                index(occurrences),
                type,
                first.selection == null ? null : below(occurrences, layers),
                form(type.name()),
                enumValues(type.name()),
                false,
                layers.isEmpty() ? null : stream(occurrences));
    }

    /** {@code __typename} is a field of its own on each type condition; of others, one refusal is enough. */
    private boolean isRefused(List<Occurrence> occurrences, String object) {
        return occurrences.getFirst().field().isTypename()
                ? occurrences.stream().allMatch(occurrence -> isRefused(occurrence.field(), object))
                : occurrences.stream().anyMatch(occurrence -> isRefused(occurrence.field(), object));
    }

    private boolean isRefused(ClientField field, String object) {
        return field.isRefusedOn(object) || field.isRefused() && types.isAbstract(object);
    }

    /** A field that no fetch brings. */
    private OutputField plain(ClientField field, String object, Kind kind) {
        return new OutputField(
                JsonKey.of(field.responseKey),
                object + "." + field.name,
                Condition.ALWAYS,
                Condition.NEVER,
                kind,
                -1,
                type(field, object),
                null,
                LeafForm.ANY,
                EnumValues.NONE);
    }

    private TypeRef type(ClientField field, String object) {
        return field.name.startsWith("__")
                ? field.type
                : types.field(object, field.name).type();
    }

    private static int index(List<Occurrence> occurrences) {
        return occurrences.stream()
                .map(Occurrence::planned)
                .filter(planned -> planned != null)
                .mapToInt(planned -> planned.slot.index())
                .findFirst()
                .orElse(-1);
    }

    private static @Nullable StreamedList stream(List<Occurrence> occurrences) {
        ClientField first = occurrences.getFirst().field();
        return occurrences.stream().allMatch(occurrence -> occurrence.field().isStreamedAs(first))
                ? first.stream()
                : null;
    }

    private OutputSelection below(List<Occurrence> occurrences, Set<Layer> layers) {
        List<Place> places = new ArrayList<>();
        for (Occurrence occurrence : occurrences) {
            ClientSelection selection = occurrence.field().selection;
            if (selection != null) {
                PlanField planned = occurrence.planned();
                places.add(new Place(selection, planned == null ? null : planned.child()));
            }
        }
        return compile(places, layers);
    }

    private LeafForm form(String type) {
        return LeafForm.of(type, supergraph.types().get(type) instanceof EnumType);
    }

    private EnumValues enumValues(String type) {
        return supergraph.types().get(type) instanceof EnumType found ? EnumValues.of(found) : EnumValues.NONE;
    }

    /** A field at one of the positions that it may stand at. */
    private record Turn(int position, OutputField field) {}

    /** What was compiled: which layers of what places; no layers for all. */
    private record Asked(List<Place> places, Set<Layer> layers) {}

    private record Occurrence(ClientField field, @Nullable PlanField planned) {}
}
