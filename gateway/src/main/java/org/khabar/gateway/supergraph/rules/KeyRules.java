package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.KEY_DIRECTIVE_IN_FIELDS_ARG;
import static org.khabar.gateway.supergraph.CompositionCode.KEY_FIELDS_HAS_ARGS;
import static org.khabar.gateway.supergraph.CompositionCode.KEY_FIELDS_SELECT_INVALID_TYPE;
import static org.khabar.gateway.supergraph.CompositionCode.KEY_INVALID_FIELDS;
import static org.khabar.gateway.supergraph.CompositionCode.KEY_INVALID_FIELDS_TYPE;
import static org.khabar.gateway.supergraph.CompositionCode.KEY_UNSUPPORTED_ON_INTERFACE;

import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.link.Link;
import org.khabar.gateway.supergraph.link.Links;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** A key selects existing fields, none with arguments and none whose type is not known before. */
final class KeyRules implements SubgraphRule {
    private static final Link.Version INTERFACE_KEYS = new Link.Version(2, 3);
    private static final FieldSetRule FIELDS = new FieldSetRule(
            "@key",
            KEY_INVALID_FIELDS_TYPE,
            KEY_INVALID_FIELDS,
            KEY_DIRECTIVE_IN_FIELDS_ARG,
            KEY_FIELDS_HAS_ARGS,
            null,
            KEY_FIELDS_SELECT_INVALID_TYPE);

    @Override
    public void check(SubgraphSchema subgraph, CompositionLog log) {
        for (FieldedDecl type : subgraph.fieldedTypes()) {
            type.annotations()
                    .all(FederationDirective.KEY)
                    .forEach(key -> FIELDS.check(subgraph, type.name(), type.name(), key, log));
            if (type.isInterface() && !type.keys().isEmpty() && !supportsInterfaceKeys(subgraph)) {
                log.error(
                        KEY_UNSUPPORTED_ON_INTERFACE,
                        subgraph.name(),
                        type.name(),
                        "Interface " + type.name() + " of \"" + subgraph.name()
                                + "\" has a @key; that needs a @link to Federation v2.3 or newer.");
            }
        }
    }

    private static boolean supportsInterfaceKeys(SubgraphSchema subgraph) {
        return subgraph.links()
                .find(Links.FEDERATION)
                .map(link -> link.parsedVersion().compareTo(INTERFACE_KEYS) >= 0)
                .orElse(true);
    }
}
