package org.khabar.gateway.supergraph.rules;

import graphql.language.Directive;
import graphql.language.StringValue;
import graphql.parser.InvalidSyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.CompositionCode;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/**
 * What holds for the field sets of {@code @key}, {@code @requires} and {@code @provides} alike.
 *
 * @param directive the directive, with its {@code @}
 * @param invalidType the code when {@code fields} is no string
 * @param invalid the code when it cannot be read or names what does not exist
 * @param directiveInFields the code when it applies directives
 * @param hasArguments the code when it selects fields that have arguments; null when it may
 * @param missingExternal the code when it selects what the subgraph resolves anyway; null when it may
 * @param abstractField the code when it selects fields of interface or union type; null when it may
 */
record FieldSetRule(
        String directive,
        CompositionCode invalidType,
        CompositionCode invalid,
        CompositionCode directiveInFields,
        @Nullable CompositionCode hasArguments,
        @Nullable CompositionCode missingExternal,
        @Nullable CompositionCode abstractField) {

    /**
     * Checks one application.
     *
     * @param type what the fields are selected on
     * @param coordinate where the directive stands
     */
    void check(SubgraphSchema subgraph, String type, String coordinate, Directive applied, CompositionLog log) {
        if (!(Arguments.find(applied, "fields") instanceof StringValue fields)) {
            report(subgraph, coordinate, invalidType, "its fields argument must be a string", log);
            return;
        }
        String text = String.valueOf(fields.getValue());
        parse(subgraph, coordinate, text, log)
                .ifPresent(set -> new FieldSetWalk(this, subgraph, coordinate, text, log).walk(type, set));
    }

    private Optional<FieldSet> parse(SubgraphSchema subgraph, String coordinate, String text, CompositionLog log) {
        try {
            return Optional.of(FieldSet.parse(text));
        } catch (InvalidSyntaxException syntax) {
            report(subgraph, coordinate, invalid, "\"" + text + "\" is not a selection of fields", log);
            return Optional.empty();
        }
    }

    void report(SubgraphSchema subgraph, String coordinate, CompositionCode code, String what, CompositionLog log) {
        log.error(
                code,
                subgraph.name(),
                coordinate,
                directive + " on " + coordinate + " of \"" + subgraph.name() + "\": " + what + ".");
    }
}
