package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE;
import static org.khabar.gateway.supergraph.CompositionCode.INTERFACE_OBJECT_USAGE_ERROR;

import graphql.language.InterfaceTypeDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.KeyDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/**
 * A subgraph that can be entered by the key of an interface knows all of its implementations; one that knows it as an
 * object knows none, and some other subgraph has the interface itself.
 */
final class InterfaceEntityRules implements SupergraphRule {

    @Override
    public void check(MergedSchema merged, CompositionLog log) {
        merged.types().values().stream()
                .filter(InterfaceTypeDefinition.class::isInstance)
                .forEach(iface -> check(merged, iface.getName(), log));
    }

    private static void check(MergedSchema merged, String iface, CompositionLog log) {
        Set<String> implementers = merged.implementers(iface);
        for (SubgraphSchema subgraph : merged.subgraphs()) {
            subgraph.findFielded(iface).ifPresent(declared -> {
                if (declared.isInterfaceObject()) {
                    checkNoImplementation(subgraph, iface, implementers, log);
                } else if (declared.keys().stream().anyMatch(KeyDecl::resolvable)) {
                    checkAllImplementations(subgraph, iface, implementers, log);
                }
            });
        }
        List<String> abstractions = merged.subgraphsWith(subgraph -> subgraph.findFielded(iface)
                .filter(FieldedDecl::isInterfaceObject)
                .isPresent());
        List<String> keyed = merged.subgraphsWith(subgraph -> subgraph.findFielded(iface)
                .filter(declared -> declared.isInterface() && !declared.keys().isEmpty())
                .isPresent());
        if (!abstractions.isEmpty() && keyed.isEmpty()) {
            log.error(
                    INTERFACE_OBJECT_USAGE_ERROR,
                    abstractions,
                    iface,
                    iface + " is an @interfaceObject in \"" + String.join("\", \"", abstractions)
                            + "\", but no subgraph has it as an interface with a @key.");
        }
    }

    private static void checkNoImplementation(
            SubgraphSchema subgraph, String iface, Set<String> implementers, CompositionLog log) {
        List<String> declared = implementers.stream()
                .filter(object -> subgraph.findFielded(object).isPresent())
                .toList();
        if (!declared.isEmpty()) {
            log.error(
                    INTERFACE_OBJECT_USAGE_ERROR,
                    subgraph.name(),
                    iface,
                    iface + " is an @interfaceObject in \"" + subgraph.name()
                            + "\", which must then not declare its implementations " + String.join(", ", declared)
                            + ".");
        }
    }

    private static void checkAllImplementations(
            SubgraphSchema subgraph, String iface, Set<String> implementers, CompositionLog log) {
        Set<String> missing = new LinkedHashSet<>(implementers);
        missing.removeAll(subgraph.possibleTypes(iface));
        if (!missing.isEmpty()) {
            log.error(
                    INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE,
                    subgraph.name(),
                    iface,
                    "Interface " + iface + " of \"" + subgraph.name()
                            + "\" has a resolvable @key, but the subgraph lacks the implementations "
                            + String.join(", ", missing) + ".");
        }
    }
}
