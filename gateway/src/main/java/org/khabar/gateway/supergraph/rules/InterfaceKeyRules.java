package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.INTERFACE_KEY_NOT_ON_IMPLEMENTATION;
import static org.khabar.gateway.supergraph.CompositionCode.INTERFACE_OBJECT_USAGE_ERROR;

import graphql.parser.InvalidSyntaxException;
import java.util.Optional;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.KeyDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** A key of an interface is a key of all its implementations; what stands for an interface is an entity. */
final class InterfaceKeyRules implements SubgraphRule {

    @Override
    public void check(SubgraphSchema subgraph, CompositionLog log) {
        for (FieldedDecl type : subgraph.fieldedTypes()) {
            if (type.isInterface()) {
                type.keys().forEach(key -> checkImplementations(subgraph, type, key, log));
            }
            if (type.isInterfaceObject() && type.keys().isEmpty()) {
                log.error(
                        INTERFACE_OBJECT_USAGE_ERROR,
                        subgraph.name(),
                        type.name(),
                        "@interfaceObject " + type.name() + " of \"" + subgraph.name() + "\" has no @key.");
            }
        }
    }

    private static void checkImplementations(
            SubgraphSchema subgraph, FieldedDecl iface, KeyDecl key, CompositionLog log) {
        for (String name :
                subgraph.possibleTypes(iface.name()).stream().sorted().toList()) {
            FieldedDecl object = subgraph.findFielded(name).orElseThrow();
            Optional<KeyDecl> same = object.keys().stream()
                    .filter(candidate -> isSame(candidate, key))
                    .findFirst();
            if (same.isEmpty() || (key.resolvable() && !same.get().resolvable())) {
                log.error(
                        INTERFACE_KEY_NOT_ON_IMPLEMENTATION,
                        subgraph.name(),
                        name,
                        "Interface " + iface.name() + " of \"" + subgraph.name() + "\" has the key \"" + key.fields()
                                + "\", but its implementation " + name
                                + (same.isEmpty() ? " does not have it." : " has it as not resolvable."));
            }
        }
    }

    private static boolean isSame(KeyDecl one, KeyDecl other) {
        try {
            return KeyFields.of(FieldSet.parse(one.fields())).equals(KeyFields.of(FieldSet.parse(other.fields())));
        } catch (InvalidSyntaxException _) {
            return false;
        }
    }
}
