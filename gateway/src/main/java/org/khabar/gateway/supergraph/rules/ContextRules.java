package org.khabar.gateway.supergraph.rules;

import static org.khabar.gateway.supergraph.CompositionCode.CONTEXT_INVALID_SELECTION;
import static org.khabar.gateway.supergraph.CompositionCode.CONTEXT_NAME_INVALID;
import static org.khabar.gateway.supergraph.CompositionCode.CONTEXT_NOT_SET;
import static org.khabar.gateway.supergraph.CompositionCode.CONTEXT_NO_RESOLVABLE_KEY;
import static org.khabar.gateway.supergraph.CompositionCode.NO_CONTEXT_IN_SELECTION;

import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.khabar.gateway.supergraph.CompositionCode;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.ContextValue;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.FieldedDecl;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;
import org.khabar.gateway.supergraph.subgraph.KeyDecl;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;
import org.khabar.gateway.supergraph.subgraph.TypeDecl;

/** What is taken from a context was put there, is one value, and can be sent to the subgraph. */
final class ContextRules implements SubgraphRule {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    @Override
    public void check(SubgraphSchema subgraph, CompositionLog log) {
        Map<String, List<String>> setters = setters(subgraph, log);
        checkDirectives(subgraph, log);
        for (FieldedDecl type : subgraph.fieldedTypes()) {
            for (FieldDecl field : type.fields().values()) {
                field.arguments()
                        .values()
                        .forEach(argument -> argument.annotations()
                                .find(FederationDirective.FROM_CONTEXT)
                                .ifPresent(applied ->
                                        new Use(subgraph, setters, type, field, argument, log).check(applied)));
            }
        }
    }

    private static void checkDirectives(SubgraphSchema subgraph, CompositionLog log) {
        for (DirectiveDefinition directive : subgraph.directives().values()) {
            directive.getInputValueDefinitions().stream()
                    .filter(argument -> Annotations.of(argument.getDirectives(), subgraph.links())
                            .has(FederationDirective.FROM_CONTEXT))
                    .forEach(argument -> {
                        String coordinate = "@" + directive.getName() + "(" + argument.getName() + ":)";
                        String what = "Argument " + coordinate + " of \"" + subgraph.name()
                                + "\" takes from a context; only arguments of fields can.";
                        log.error(CONTEXT_NOT_SET, subgraph.name(), coordinate, what);
                    });
        }
    }

    private static Map<String, List<String>> setters(SubgraphSchema subgraph, CompositionLog log) {
        Map<String, List<String>> setters = new LinkedHashMap<>();
        for (TypeDecl type : subgraph.types().values()) {
            for (Directive context : type.annotations().all(FederationDirective.CONTEXT)) {
                String name = Arguments.findString(context, "name").orElse("");
                if (!NAME.matcher(name).matches()) {
                    String what = "The context \"" + name + "\" of \"" + subgraph.name()
                            + "\" must be named with letters and digits only.";
                    log.error(CONTEXT_NAME_INVALID, subgraph.name(), type.name(), what);
                }
                setters.computeIfAbsent(name, _ -> new ArrayList<>()).add(type.name());
            }
        }
        return setters;
    }

    /** One argument that is filled from a context. */
    private record Use(
            SubgraphSchema subgraph,
            Map<String, List<String>> setters,
            FieldedDecl type,
            FieldDecl field,
            InputValueDecl argument,
            CompositionLog log) {

        void check(Directive applied) {
            String text = Arguments.findString(applied, "field").orElse("");
            Optional<ContextValue> value = ContextValue.parse(text);
            if (type.isInterface()) {
                report(CONTEXT_NOT_SET, "stands on an interface; only fields of objects can take from a context");
            } else if (implementsInterface()) {
                report(
                        CONTEXT_NOT_SET,
                        "is of a field that an interface has too; clients of the interface know no context");
            } else if (argument.defaultValue() != null) {
                report(CONTEXT_NOT_SET, "has a default, which would never be used");
            } else if (value.isEmpty()) {
                report(NO_CONTEXT_IN_SELECTION, "does not name a context and a field: \"" + text + "\"");
            } else {
                check(value.get());
            }
        }

        private boolean implementsInterface() {
            return type.interfaces().stream()
                    .anyMatch(name -> subgraph.findField(name, field.name()).isPresent());
        }

        private void check(ContextValue value) {
            List<String> types = setters.getOrDefault(value.context(), List.of());
            if (types.isEmpty()) {
                report(CONTEXT_NOT_SET, "takes from the context " + value.context() + ", which no type sets");
            }
            if (type.keys().stream().noneMatch(KeyDecl::resolvable)) {
                report(CONTEXT_NO_RESOLVABLE_KEY, "is on " + type.name() + ", which has no resolvable @key");
            }
            new ContextSelection(subgraph, argument.type())
                    .findProblem(types, value.selection())
                    .filter(_ -> !types.isEmpty())
                    .ifPresent(problem ->
                            report(CONTEXT_INVALID_SELECTION, "takes \"" + value.selection() + "\", " + problem));
        }

        private void report(CompositionCode code, String what) {
            String coordinate = type.name() + "." + field.name() + "(" + argument.name() + ":)";
            log.error(
                    code,
                    subgraph.name(),
                    coordinate,
                    "Argument " + coordinate + " of \"" + subgraph.name() + "\" " + what + ".");
        }
    }
}
