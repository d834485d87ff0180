package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.INTERFACE_FIELD_NO_IMPLEM;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import java.util.List;
import org.khabar.gateway.supergraph.CompositionLog;

/** Every field of an interface is on all types that implement it, in whichever subgraph. */
final class InterfaceFieldRules implements SupergraphRule {

    @Override
    public void check(MergedSchema merged, CompositionLog log) {
        for (ImplementingTypeDefinition<?> type : merged.fieldedTypes()) {
            for (String iface : MergedSchema.interfaces(type)) {
                if (merged.types().get(iface) instanceof ImplementingTypeDefinition<?> declared) {
                    MergedSchema.fields(declared).stream()
                            .filter(field -> merged.findField(type.getName(), field.getName())
                                    .isEmpty())
                            .forEach(field -> report(merged, type.getName(), iface, field, log));
                }
            }
        }
    }

    private static void report(
            MergedSchema merged, String type, String iface, FieldDefinition field, CompositionLog log) {
        List<String> declaring = merged.subgraphsWith(
                subgraph -> subgraph.findField(iface, field.getName()).isPresent());
        List<String> implementing = merged.subgraphsWith(subgraph -> subgraph.findFielded(type)
                .filter(declared -> declared.interfaces().contains(iface))
                .isPresent());
        log.error(
                INTERFACE_FIELD_NO_IMPLEM,
                implementing,
                type + "." + field.getName(),
                "Interface field " + iface + "." + field.getName() + " exists in \"" + String.join("\", \"", declaring)
                        + "\", but " + type + ", which implements " + iface + " in \""
                        + String.join("\", \"", implementing) + "\", has no such field.");
    }
}
