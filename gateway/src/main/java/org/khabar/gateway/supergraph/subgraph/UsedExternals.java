package org.khabar.gateway.supergraph.subgraph;

import java.util.LinkedHashSet;
import java.util.Set;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.ContextValue;
import org.khabar.gateway.supergraph.link.FederationDirective;

/** Finds which fields of a subgraph something in it needs: a key, requires, provides, a context or an interface. */
public final class UsedExternals {
    private UsedExternals() {}

    /** The fields that are used. */
    public static Set<FieldCoordinate> of(SubgraphSchema schema) {
        Set<FieldCoordinate> used = new LinkedHashSet<>();
        for (FieldedDecl type : schema.fieldedTypes()) {
            type.keys().forEach(key -> used.addAll(SelectedFields.of(schema, type.name(), key.fields())));
            type.fields().values().forEach(field -> addUsedBy(schema, type, field, used));
            type.fields().values().forEach(field -> addTaken(schema, field, used));
            type.interfaces().forEach(iface -> addImplemented(schema, type, iface, used));
        }
        return used;
    }

    private static void addUsedBy(SubgraphSchema schema, FieldedDecl type, FieldDecl field, Set<FieldCoordinate> used) {
        field.requires().ifPresent(fields -> used.addAll(SelectedFields.of(schema, type.name(), fields)));
        field.provides()
                .ifPresent(fields ->
                        used.addAll(SelectedFields.of(schema, field.type().name(), fields)));
    }

    private static void addTaken(SubgraphSchema schema, FieldDecl field, Set<FieldCoordinate> used) {
        for (InputValueDecl argument : field.arguments().values()) {
            argument.annotations()
                    .find(FederationDirective.FROM_CONTEXT)
                    .flatMap(applied -> Arguments.findString(applied, "field"))
                    .flatMap(ContextValue::parse)
                    .ifPresent(value -> schema.types().values().stream()
                            .filter(type -> setsContext(type, value.context()))
                            .forEach(type -> used.addAll(SelectedFields.of(schema, type.name(), value.selection()))));
        }
    }

    private static boolean setsContext(TypeDecl type, String context) {
        return type.annotations().all(FederationDirective.CONTEXT).stream()
                .flatMap(applied -> Arguments.findString(applied, "name").stream())
                .anyMatch(context::equals);
    }

    private static void addImplemented(
            SubgraphSchema schema, FieldedDecl type, String iface, Set<FieldCoordinate> used) {
        schema.findFielded(iface)
                .ifPresent(declared -> declared.fields().keySet().stream()
                        .filter(type.fields()::containsKey)
                        .forEach(field -> used.add(new FieldCoordinate(type.name(), field))));
    }
}
