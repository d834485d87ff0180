package org.khabar.gateway.plan;

import graphql.language.AstPrinter;
import graphql.language.Directive;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The directives of one mention of a field, or of an operation, that are the subgraphs' business; not {@code @skip}, {@code @include},
 * {@code @defer} and {@code @stream}.
 *
 * @param text what is written, with a space before each
 * @param variables the variables that their arguments mention
 */
record PassedDirectives(String text, Set<String> variables) {
    static final PassedDirectives NONE = new PassedDirectives("", Set.of());

    private static final Set<String> OURS = Set.of("skip", "include", "defer", "stream");

    PassedDirectives {
        variables = Set.copyOf(variables);
    }

    static PassedDirectives of(List<Directive> directives) {
        List<Directive> passed = directives.stream()
                .filter(directive -> !OURS.contains(directive.getName()))
                .toList();
        if (passed.isEmpty()) {
            return NONE;
        }
        return new PassedDirectives(
                passed.stream()
                        .map(directive -> " " + AstPrinter.printAstCompact(directive))
                        .collect(Collectors.joining()),
                passed.stream()
                        .flatMap(directive -> directive.getArguments().stream())
                        .flatMap(argument -> VariableNames.in(argument.getValue()).stream())
                        .collect(Collectors.toSet()));
    }
}
