package org.khabar.gateway.plan;

import graphql.language.Argument;
import java.util.Set;
import java.util.TreeSet;

/** Collects the variables that a fetch uses. */
final class FetchVariables {
    private final Set<String> names = new TreeSet<>();

    private FetchVariables() {}

    static Set<String> of(FetchSelection selection) {
        FetchVariables variables = new FetchVariables();
        variables.collect(selection);
        return variables.names;
    }

    private void collect(FetchSelection selection) {
        for (FetchSelection.Entry entry : selection.fields.values()) {
            for (Argument argument : entry.field().arguments) {
                names.addAll(VariableNames.in(argument.getValue()));
            }
            entry.field().directives().forEach(directives -> names.addAll(directives.variables()));
            entry.field()
                    .condition()
                    .guards()
                    .forEach(guard -> names.addAll(guard.wanted().keySet()));
            if (entry.selection() != null) {
                collect(entry.selection());
            }
        }
        selection.fragments.values().forEach(this::collect);
    }
}
