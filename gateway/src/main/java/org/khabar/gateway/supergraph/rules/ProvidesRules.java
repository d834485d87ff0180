package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE;
import static org.khabar.gateway.supergraph.CompositionCode.PROVIDES_DIRECTIVE_IN_FIELDS_ARG;
import static org.khabar.gateway.supergraph.CompositionCode.PROVIDES_FIELDS_HAS_ARGS;
import static org.khabar.gateway.supergraph.CompositionCode.PROVIDES_FIELDS_MISSING_EXTERNAL;
import static org.khabar.gateway.supergraph.CompositionCode.PROVIDES_INVALID_FIELDS;
import static org.khabar.gateway.supergraph.CompositionCode.PROVIDES_INVALID_FIELDS_TYPE;
import static org.khabar.gateway.supergraph.CompositionCode.PROVIDES_ON_NON_OBJECT_FIELD;
import static org.khabar.gateway.supergraph.CompositionCode.PROVIDES_UNSUPPORTED_ON_INTERFACE;

import graphql.language.Directive;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/** What a field provides is external everywhere else in its subgraph. */
final class ProvidesRules implements SubgraphRule {
    private static final FieldSetRule FIELDS = new FieldSetRule(
            "@provides",
            PROVIDES_INVALID_FIELDS_TYPE,
            PROVIDES_INVALID_FIELDS,
            PROVIDES_DIRECTIVE_IN_FIELDS_ARG,
            PROVIDES_FIELDS_HAS_ARGS,
            PROVIDES_FIELDS_MISSING_EXTERNAL,
            null);

    @Override
    public void check(SubgraphSchema subgraph, CompositionLog log) {
        for (FieldedDecl type : subgraph.fieldedTypes()) {
            for (FieldDecl field : type.fields().values()) {
                field.annotations()
                        .find(FederationDirective.PROVIDES)
                        .ifPresent(provides -> check(subgraph, type, field, provides, log));
            }
        }
    }

    private static void check(
            SubgraphSchema subgraph, FieldedDecl type, FieldDecl field, Directive provides, CompositionLog log) {
        String coordinate = type.name() + "." + field.name();
        if (type.isInterface()) {
            FIELDS.report(subgraph, coordinate, PROVIDES_UNSUPPORTED_ON_INTERFACE, "the field is an interface's", log);
        } else if (field.external()) {
            FIELDS.report(
                    subgraph,
                    coordinate,
                    EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    "the field is @external and so provides nothing",
                    log);
        } else if (!subgraph.isComposite(field.type())) {
            FIELDS.report(
                    subgraph,
                    coordinate,
                    PROVIDES_ON_NON_OBJECT_FIELD,
                    "the field's type " + field.type() + " has no fields that could be provided",
                    log);
        } else {
            FIELDS.check(subgraph, field.type().name(), coordinate, provides, log);
        }
    }
}
