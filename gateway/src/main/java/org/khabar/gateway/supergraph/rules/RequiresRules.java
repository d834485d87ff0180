package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.REQUIRES_DIRECTIVE_IN_FIELDS_ARG;
import static org.khabar.gateway.supergraph.CompositionCode.REQUIRES_FIELDS_MISSING_EXTERNAL;
import static org.khabar.gateway.supergraph.CompositionCode.REQUIRES_INVALID_FIELDS;
import static org.khabar.gateway.supergraph.CompositionCode.REQUIRES_INVALID_FIELDS_TYPE;
import static org.khabar.gateway.supergraph.CompositionCode.REQUIRES_UNSUPPORTED_ON_INTERFACE;

import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** What a field requires is external to its subgraph. */
final class RequiresRules implements SubgraphRule {
    private static final FieldSetRule FIELDS = new FieldSetRule(
            "@requires",
            REQUIRES_INVALID_FIELDS_TYPE,
            REQUIRES_INVALID_FIELDS,
            REQUIRES_DIRECTIVE_IN_FIELDS_ARG,
            null,
            REQUIRES_FIELDS_MISSING_EXTERNAL,
            null);

    @Override
    public void check(SubgraphSchema subgraph, CompositionLog log) {
        for (FieldedDecl type : subgraph.fieldedTypes()) {
            type.fields().values().forEach(field -> check(subgraph, type, field, log));
        }
    }

    private static void check(SubgraphSchema subgraph, FieldedDecl type, FieldDecl field, CompositionLog log) {
        field.annotations().find(FederationDirective.REQUIRES).ifPresent(requires -> {
            String coordinate = type.name() + "." + field.name();
            if (type.isInterface()) {
                FIELDS.report(
                        subgraph, coordinate, REQUIRES_UNSUPPORTED_ON_INTERFACE, "the field is an interface's", log);
            } else {
                FIELDS.check(subgraph, type.name(), coordinate, requires, log);
            }
        });
    }
}
