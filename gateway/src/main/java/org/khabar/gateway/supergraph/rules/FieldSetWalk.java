package org.khabar.gateway.supergraph.rules;

import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.Map;
import org.khabar.gateway.supergraph.CompositionCode;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;
import org.khabar.gateway.supergraph.subgraph.TypeDecl;
import org.khabar.gateway.supergraph.subgraph.UnionDecl;

/** Goes through one field set and checks each selection against the subgraph. */
final class FieldSetWalk {
    private final FieldSetRule rule;
    private final SubgraphSchema subgraph;
    private final String coordinate;
    private final String text;
    private final CompositionLog log;

    FieldSetWalk(FieldSetRule rule, SubgraphSchema subgraph, String coordinate, String text, CompositionLog log) {
        this.rule = rule;
        this.subgraph = subgraph;
        this.coordinate = coordinate;
        this.text = text;
        this.log = log;
    }

    void walk(String type, FieldSet fields) {
        walk(type, fields.selections(), false);
    }

    private void walk(String type, SelectionSet selections, boolean externalAbove) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof DirectivesContainer<?> element
                    && !element.getDirectives().isEmpty()) {
                report(rule.directiveInFields(), "directives are not allowed in it");
            }
            switch (selection) {
                case Field field -> walk(type, field, externalAbove);
                case InlineFragment fragment -> walk(type, fragment, externalAbove);
                case FragmentSpread spread ->
                    report(rule.invalid(), "the fragment " + spread.getName() + " does not exist");
                default -> throw new IllegalArgumentException("Unknown selection: " + selection);
            }
        }
    }

    private void walk(String type, InlineFragment fragment, boolean externalAbove) {
        String condition = fragment.getTypeCondition() == null
                ? type
                : fragment.getTypeCondition().getName();
        TypeDecl declared = subgraph.types().get(condition);
        if (!(declared instanceof FieldedDecl) && !(declared instanceof UnionDecl)) {
            report(rule.invalid(), "the type " + condition + " of a fragment does not exist");
        } else if (!condition.equals(type) && !overlap(type, condition)) {
            report(rule.invalid(), "a " + type + " can never be a " + condition);
        } else {
            walk(condition, fragment.getSelectionSet(), externalAbove);
        }
    }

    private boolean overlap(String type, String condition) {
        return subgraph.possibleTypes(type).stream().anyMatch(subgraph.possibleTypes(condition)::contains);
    }

    private void walk(String type, Field field, boolean externalAbove) {
        if (field.getName().equals("__typename")) {
            return;
        }
        if (field.getAlias() != null) {
            report(rule.invalid(), "aliases are not allowed in it");
        }
        FieldDecl declared = subgraph.findField(type, field.getName()).orElse(null);
        if (declared == null) {
            report(rule.invalid(), "the type " + type + " has no field " + field.getName());
            return;
        }
        checkArguments(type, field, declared);
        checkAbstract(type, declared);
        SelectionSet children = field.getSelectionSet();
        if (subgraph.isComposite(declared.type()) != (children != null)) {
            report(
                    rule.invalid(),
                    children == null
                            ? type + "." + field.getName() + " needs a selection of its fields"
                            : type + "." + field.getName() + " has no fields to select");
            return;
        }
        if (children == null) {
            checkExternal(type, declared, externalAbove);
        } else {
            boolean external = externalAbove || declared.external() || isExternalBelow(type, declared.name());
            walk(declared.type().name(), children, external);
        }
    }

    private void checkArguments(String type, Field field, FieldDecl declared) {
        CompositionCode code = rule.hasArguments();
        if (code != null && !declared.arguments().isEmpty()) {
            report(code, type + "." + field.getName() + " has arguments, which cannot be given here");
            return;
        }
        Map<String, InputValueDecl> known = declared.arguments();
        field.getArguments().stream()
                .filter(argument -> !known.containsKey(argument.getName()))
                .forEach(argument -> report(
                        rule.invalid(), type + "." + field.getName() + " has no argument " + argument.getName()));
        known.values().stream()
                .filter(InputValueDecl::isRequired)
                .filter(argument -> field.getArguments().stream()
                        .noneMatch(given -> given.getName().equals(argument.name())))
                .forEach(argument -> report(
                        rule.invalid(), type + "." + field.getName() + " needs the argument " + argument.name()));
    }

    private void checkAbstract(String type, FieldDecl declared) {
        CompositionCode code = rule.abstractField();
        TypeDecl target = subgraph.types().get(declared.type().name());
        boolean iface = target instanceof FieldedDecl fielded && fielded.isInterface();
        if (code != null && (iface || target instanceof UnionDecl)) {
            String kind = iface ? "an interface" : "a union";
            report(code, type + "." + declared.name() + " is " + kind + ", which is not allowed here");
        }
    }

    private void checkExternal(String type, FieldDecl declared, boolean externalAbove) {
        CompositionCode code = rule.missingExternal();
        if (code != null && !externalAbove && !declared.external() && !isExternalBelow(type, declared.name())) {
            report(code, type + "." + declared.name() + " is resolved here anyway; it is not @external");
        }
    }

    /** Fields of an interface are never external, but those of its implementations may be. */
    private boolean isExternalBelow(String type, String field) {
        return subgraph.findFielded(type).filter(FieldedDecl::isInterface).isPresent()
                && subgraph.possibleTypes(type).stream()
                        .flatMap(object -> subgraph.findField(object, field).stream())
                        .anyMatch(FieldDecl::external);
    }

    private void report(CompositionCode code, String what) {
        rule.report(subgraph, coordinate, code, "in \"" + text + "\", " + what, log);
    }
}
