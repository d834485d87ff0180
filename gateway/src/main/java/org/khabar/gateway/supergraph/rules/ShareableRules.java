package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_FIELD_SHARING;
import static org.khabar.gateway.supergraph.CompositionCode.INVALID_SHAREABLE_USAGE;

import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** Only what is resolved can be shared, a stream of events cannot, and saying it once is enough. */
final class ShareableRules implements SubgraphRule {

    @Override
    public void check(SubgraphSchema subgraph, CompositionLog log) {
        for (FieldedDecl type : subgraph.fieldedTypes()) {
            type.fields().values().forEach(field -> check(subgraph, type, field, log));
        }
    }

    private static void check(SubgraphSchema subgraph, FieldedDecl type, FieldDecl field, CompositionLog log) {
        int marks = field.annotations().all(FederationDirective.SHAREABLE).size();
        String coordinate = type.name() + "." + field.name();
        String who = "Field " + coordinate + " of \"" + subgraph.name() + "\"";
        if (type.isInterface() && marks > 0) {
            String what = who + " is @shareable, but only fields of objects can be.";
            log.error(INVALID_SHAREABLE_USAGE, subgraph.name(), coordinate, what);
        } else if (marks > 1) {
            log.error(INVALID_SHAREABLE_USAGE, subgraph.name(), coordinate, who + " is @shareable more than once.");
        }
        if (type.name().equals("Subscription") && field.shareable()) {
            String what = who + " is @shareable, but a subscription comes from one subgraph only.";
            log.error(INVALID_FIELD_SHARING, subgraph.name(), coordinate, what);
        }
    }
}
