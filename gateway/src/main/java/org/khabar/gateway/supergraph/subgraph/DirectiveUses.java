package org.khabar.gateway.supergraph.subgraph;

import static org.khabar.gateway.supergraph.CompositionCode.INVALID_GRAPHQL;

import graphql.Directives;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.StringValue;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.CompositionLog;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.FederationDirective;

/**
 * Checks that GraphQL's own directives, and {@code @tag}, are used as they are defined: they come along into the
 * supergraph as they are. All of their arguments are strings.
 */
final class DirectiveUses {
    private static final Map<String, GraphQLDirective> DEFINED = Stream.of(
                    Directives.DeprecatedDirective, Directives.SpecifiedByDirective, Directives.OneOfDirective)
            .collect(Collectors.toMap(GraphQLDirective::getName, Function.identity()));

    private final SubgraphSchema schema;
    private final CompositionLog log;

    private DirectiveUses(SubgraphSchema schema, CompositionLog log) {
        this.schema = schema;
        this.log = log;
    }

    static void check(SubgraphSchema schema, CompositionLog log) {
        DirectiveUses uses = new DirectiveUses(schema, log);
        schema.types().values().forEach(uses::type);
    }

    private void type(TypeDecl type) {
        check(type.name(), location(type.kind()), type.annotations());
        switch (type) {
            case FieldedDecl fielded -> fielded.fields().values().forEach(field -> field(type.name(), field));
            case EnumDecl known ->
                known.values()
                        .values()
                        .forEach(value -> check(
                                type.name() + "." + value.name(), DirectiveLocation.ENUM_VALUE, value.annotations()));
            case InputObjectDecl input -> input(input);
            case UnionDecl _, ScalarDecl _ -> {}
        }
    }

    private static DirectiveLocation location(TypeKind kind) {
        return switch (kind) {
            case OBJECT -> DirectiveLocation.OBJECT;
            case INTERFACE -> DirectiveLocation.INTERFACE;
            case UNION -> DirectiveLocation.UNION;
            case ENUM -> DirectiveLocation.ENUM;
            case SCALAR -> DirectiveLocation.SCALAR;
            case INPUT_OBJECT -> DirectiveLocation.INPUT_OBJECT;
        };
    }

    private void field(String type, FieldDecl field) {
        String coordinate = type + "." + field.name();
        check(coordinate, DirectiveLocation.FIELD_DEFINITION, field.annotations());
        for (InputValueDecl argument : field.arguments().values()) {
            value(coordinate + "(" + argument.name() + ":)", DirectiveLocation.ARGUMENT_DEFINITION, argument);
        }
    }

    private void input(InputObjectDecl input) {
        boolean oneOf = input.annotations().findOther("oneOf").isPresent();
        for (InputValueDecl field : input.fields().values()) {
            String coordinate = input.name() + "." + field.name();
            value(coordinate, DirectiveLocation.INPUT_FIELD_DEFINITION, field);
            if (oneOf && (field.type().isNonNull() || field.defaultValue() != null)) {
                report(coordinate, "a field of a @oneOf type is nullable and has no default value");
            }
        }
    }

    private void value(String coordinate, DirectiveLocation location, InputValueDecl value) {
        check(coordinate, location, value.annotations());
        if (value.isRequired() && value.annotations().findOther("deprecated").isPresent()) {
            report(coordinate, "what is required cannot be @deprecated");
        }
    }

    private void check(String coordinate, DirectiveLocation location, Annotations annotations) {
        annotations.all(FederationDirective.TAG).stream()
                .filter(tag -> !(Arguments.find(tag, "name") instanceof StringValue))
                .forEach(tag -> report(coordinate, "@" + tag.getName() + " needs a name, which is a string"));
        annotations.others().stream()
                .collect(Collectors.groupingBy(Directive::getName))
                .forEach((name, applied) -> {
                    GraphQLDirective defined = DEFINED.get(name);
                    if (defined != null) {
                        check(coordinate, location, defined, applied);
                    }
                });
    }

    private void check(
            String coordinate, DirectiveLocation location, GraphQLDirective defined, List<Directive> applied) {
        if (!defined.validLocations().contains(location)) {
            report(coordinate, "@" + defined.getName() + " has no place there");
        } else if (applied.size() > 1) {
            report(coordinate, "@" + defined.getName() + " stands there more than once");
        }
        applied.forEach(directive -> arguments(coordinate, defined.getArguments(), directive));
    }

    private void arguments(String coordinate, Collection<GraphQLArgument> defined, Directive directive) {
        for (Argument given : directive.getArguments()) {
            if (defined.stream().noneMatch(argument -> argument.getName().equals(given.getName()))) {
                report(coordinate, "@" + directive.getName() + " has no argument " + given.getName());
            } else if (!(given.getValue() instanceof StringValue)) {
                report(coordinate, "@" + directive.getName() + "(" + given.getName() + ":) is a string");
            }
        }
        defined.stream()
                .filter(argument -> !argument.hasSetDefaultValue() && directive.getArgument(argument.getName()) == null)
                .forEach(argument ->
                        report(coordinate, "@" + directive.getName() + " needs the argument " + argument.getName()));
    }

    private void report(String coordinate, String what) {
        log.error(
                INVALID_GRAPHQL,
                schema.name(),
                coordinate,
                coordinate + " of \"" + schema.name() + "\": " + what + ".");
    }
}
