package org.khabar.gateway.supergraph.merge;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_FIELD_SHARING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.khabar.gateway.supergraph.subgraph.FieldCoordinate;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SelectedFields;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** A field that several subgraphs resolve must be shareable in each; keys and what is provided are by nature. */
final class FieldSharing {
    private final MergeContext context;
    private final Overrides overrides;
    private final Map<String, Set<FieldCoordinate>> sharedByNature = new HashMap<>();

    FieldSharing(MergeContext context, Overrides overrides) {
        this.context = context;
        this.overrides = overrides;
    }

    void check(FieldCoordinate field, Map<String, FieldDecl> sources) {
        Map<String, Boolean> resolving = new LinkedHashMap<>();
        for (SubgraphSchema subgraph : context.subgraphs()) {
            FieldDecl source = sources.get(subgraph.name());
            if (source == null) {
                addAbstracted(field, subgraph, resolving);
            } else if (!source.external() && !overrides.isOverridden(field, subgraph.name())) {
                resolving.put("\"" + subgraph.name() + "\"", isShareable(subgraph, field, source));
            }
        }
        List<String> exclusive = new ArrayList<>();
        resolving.forEach((subgraph, shareable) -> {
            if (!shareable) {
                exclusive.add(subgraph);
            }
        });
        if (resolving.size() > 1 && !exclusive.isEmpty()) {
            report(field, sources, List.copyOf(resolving.keySet()), exclusive);
        }
    }

    private void addAbstracted(FieldCoordinate field, SubgraphSchema subgraph, Map<String, Boolean> resolving) {
        for (String iface : InterfaceObjects.abstracting(context, field.type(), field.field(), subgraph.name())) {
            FieldDecl abstracted = subgraph.findField(iface, field.field()).orElseThrow();
            if (!abstracted.external()) {
                resolving.put(
                        "\"" + subgraph.name() + "\" (through @interfaceObject " + iface + ")",
                        isShareable(subgraph, new FieldCoordinate(iface, field.field()), abstracted));
            }
        }
    }

    private boolean isShareable(SubgraphSchema subgraph, FieldCoordinate field, FieldDecl source) {
        return source.shareable()
                || sharedByNature
                        .computeIfAbsent(subgraph.name(), _ -> sharedByNature(subgraph))
                        .contains(field);
    }

    private static Set<FieldCoordinate> sharedByNature(SubgraphSchema subgraph) {
        Set<FieldCoordinate> shared = new HashSet<>();
        for (FieldedDecl type : subgraph.fieldedTypes()) {
            type.keys().forEach(key -> shared.addAll(SelectedFields.of(subgraph, type.name(), key.fields())));
            type.fields()
                    .values()
                    .forEach(field -> field.provides()
                            .ifPresent(fields -> shared.addAll(
                                    SelectedFields.of(subgraph, field.type().name(), fields))));
        }
        return shared;
    }

    private void report(
            FieldCoordinate field, Map<String, FieldDecl> sources, List<String> resolving, List<String> exclusive) {
        boolean lost = sources.values().stream()
                .flatMap(source -> source.override().stream())
                .anyMatch(override -> !context.hasSubgraph(override.from()));
        context.log()
                .error(
                        INVALID_FIELD_SHARING,
                        List.copyOf(sources.keySet()),
                        field.toString(),
                        "Field " + field + " is resolved by " + String.join(" and ", resolving)
                                + " but is not @shareable in " + String.join(" and ", exclusive) + "."
                                + (lost ? " Its @override names a subgraph that does not exist." : ""));
    }
}
