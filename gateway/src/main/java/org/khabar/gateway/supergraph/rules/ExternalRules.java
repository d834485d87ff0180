package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.EXTERNAL_ON_INTERFACE;
import static org.khabar.gateway.supergraph.CompositionCode.EXTERNAL_UNUSED;
import static org.khabar.gateway.supergraph.CompositionCode.MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL;

import java.util.List;
import java.util.Set;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.FieldCoordinate;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;
import org.khabar.gateway.supergraph.subgraph.UsedExternals;

/** An external field stands on an object, has a use there, and says nothing that only those who resolve it can say. */
final class ExternalRules implements SubgraphRule {
    private static final List<FederationDirective> MERGED =
            List.of(FederationDirective.TAG, FederationDirective.INACCESSIBLE);

    @Override
    public void check(SubgraphSchema subgraph, CompositionLog log) {
        Set<FieldCoordinate> used = UsedExternals.of(subgraph);
        for (FieldedDecl type : subgraph.fieldedTypes()) {
            type.fields().values().stream()
                    .filter(FieldDecl::external)
                    .forEach(field -> check(subgraph, type, field, used, log));
        }
    }

    private static void check(
            SubgraphSchema subgraph, FieldedDecl type, FieldDecl field, Set<FieldCoordinate> used, CompositionLog log) {
        FieldCoordinate coordinate = new FieldCoordinate(type.name(), field.name());
        String who = "Field " + coordinate + " of \"" + subgraph.name() + "\" is @external";
        if (type.isInterface()) {
            String what = who + ", but fields of interfaces are never resolved, only those of their implementations.";
            log.error(EXTERNAL_ON_INTERFACE, subgraph.name(), coordinate.toString(), what);
        } else if (!used.contains(coordinate)) {
            String what = who + ", but no @key, @requires, @provides or interface needs it there.";
            log.error(EXTERNAL_UNUSED, subgraph.name(), coordinate.toString(), what);
        }
        MERGED.stream().filter(field.annotations()::has).forEach(directive -> {
            String what = who + " and has " + directive + ", which belongs where the field is resolved.";
            log.error(MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL, subgraph.name(), coordinate.toString(), what);
        });
    }
}
