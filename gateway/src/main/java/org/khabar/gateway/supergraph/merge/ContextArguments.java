package org.khabar.gateway.supergraph.merge;

import static org.khabar.gateway.supergraph.CompositionCode.CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.ContextValue;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.subgraph.FieldDecl;
import org.khabar.gateway.supergraph.subgraph.InputValueDecl;

/** Arguments that are filled from a context: clients never see them. */
final class ContextArguments {
    private ContextArguments() {}

    static boolean isContextual(InputValueDecl argument) {
        return argument.annotations().has(FederationDirective.FROM_CONTEXT);
    }

    /** An argument that is contextual in one subgraph must not be demanded from clients by another. */
    static void checkSame(MergeContext context, String coordinate, Map<String, InputValueDecl> sources) {
        List<String> demanding = sources.entrySet().stream()
                .filter(source ->
                        !isContextual(source.getValue()) && source.getValue().isRequired())
                .map(Map.Entry::getKey)
                .toList();
        if (!demanding.isEmpty()) {
            context.log()
                    .error(
                            CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS,
                            List.copyOf(sources.keySet()),
                            coordinate,
                            "Argument " + coordinate
                                    + " is filled from a context in some subgraphs, but must be given in "
                                    + Names.list(demanding) + ".");
        }
    }

    /** What a subgraph's field takes from contexts, as an argument of {@code @join__field}. */
    static Optional<Argument> of(String subgraph, FieldDecl field) {
        List<Value> values = field.arguments().values().stream()
                .filter(ContextArguments::isContextual)
                .flatMap(argument -> value(subgraph, argument))
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(Ast.argument(
                        "contextArguments",
                        ArrayValue.newArrayValue().values(values).build()));
    }

    private static Stream<Value> value(String subgraph, InputValueDecl argument) {
        return argument.annotations().find(FederationDirective.FROM_CONTEXT).stream()
                .flatMap(applied -> Arguments.findString(applied, "field").stream())
                .flatMap(text -> ContextValue.parse(text).stream())
                .map(value -> ObjectValue.newObjectValue()
                        .objectField(field("context", Contexts.nameInSupergraph(subgraph, value.context())))
                        .objectField(field("name", argument.name()))
                        .objectField(field("type", argument.type().toString()))
                        .objectField(field("selection", value.selection()))
                        .build());
    }

    private static ObjectField field(String name, String value) {
        return new ObjectField(name, StringValue.of(value));
    }
}
