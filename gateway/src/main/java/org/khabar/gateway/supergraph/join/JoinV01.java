package org.khabar.gateway.supergraph.join;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.StringValue;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Brings a v0.1 document (Federation 1) into the form of later versions.
 *
 * <p>In v0.1 only entities say where they are from: by {@code @join__owner}, {@code @join__type} and
 * {@code @join__field}. Value types belong to every subgraph that can come to them, and external fields are not there at
 * all. Here each type and field gets the directives that say so.
 */
final class JoinV01 {
    private final JoinDocument join;
    private final V01Membership membership;

    private JoinV01(JoinDocument join) {
        this.join = join;
        this.membership = new V01Membership(join);
    }

    static JoinDocument upgrade(JoinDocument join) {
        JoinV01 upgrade = new JoinV01(join);
        Set<String> own =
                Set.copyOf(join.types().stream().map(TypeDefinition::getName).toList());
        List<Definition> definitions = join.document().getDefinitions().stream()
                .<Definition>map(
                        definition -> definition instanceof TypeDefinition<?> type && own.contains(type.getName())
                                ? (Definition<?>) upgrade.upgrade(type)
                                : definition)
                .toList();
        return new JoinDocument(
                join.document().transform(copy -> copy.definitions(definitions)),
                join.links(),
                join.join(),
                join.graphs());
    }

    private TypeDefinition<?> upgrade(TypeDefinition<?> type) {
        List<Directive> directives = directives(type);
        return switch (type) {
            case ObjectTypeDefinition object ->
                object.transform(copy -> copy.directives(directives).fieldDefinitions(fields(object)));
            case InterfaceTypeDefinition iface ->
                iface.transform(copy -> copy.directives(directives).definitions(fields(iface)));
            case UnionTypeDefinition union -> union.transform(copy -> copy.directives(directives));
            case EnumTypeDefinition values -> values.transform(copy -> copy.directives(directives));
            case ScalarTypeDefinition scalar -> scalar.transform(copy -> copy.directives(directives));
            case InputObjectTypeDefinition input -> input.transform(copy -> copy.directives(directives));
            default -> type;
        };
    }

    private List<Directive> directives(TypeDefinition<?> type) {
        List<Directive> directives = new ArrayList<>(((DirectivesContainer<?>) type).getDirectives());
        membership.graphsOf(type.getName()).stream()
                .filter(graph -> !membership.declares(type, graph))
                .forEach(graph -> directives.add(directive("type", graph)));
        if (type instanceof ImplementingTypeDefinition<?> fielded) {
            membership
                    .graphsOf(type.getName())
                    .forEach(graph -> fielded.getImplements().stream()
                            .map(iface -> ((TypeName) iface).getName())
                            .filter(iface -> membership.graphsOf(iface).contains(graph))
                            .forEach(iface ->
                                    directives.add(directive("implements", graph, string("interface", iface)))));
        }
        return directives;
    }

    private List<FieldDefinition> fields(ImplementingTypeDefinition<?> type) {
        return type.getFieldDefinitions().stream()
                .map(field -> upgrade(type, (FieldDefinition) field))
                .toList();
    }

    private FieldDefinition upgrade(ImplementingTypeDefinition<?> type, FieldDefinition field) {
        List<Directive> directives = new ArrayList<>(field.getDirectives());
        directives.removeIf(directive ->
                directive.getName().equals(join.directive("field")) && directive.getArgument("graph") == null);
        for (String graph : membership.graphsOf(type.getName())) {
            if (membership.declares(field, graph)) {
                continue;
            }
            if (membership.resolves(type, field, graph)) {
                directives.add(directive("field", graph));
            } else if (membership.names(type, field, graph)) {
                directives.add(directive("field", graph, external()));
            }
        }
        return field.transform(copy -> copy.directives(directives));
    }

    private Directive directive(String specName, String graph, Argument... further) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.newArgument("graph", EnumValue.of(graph)).build());
        arguments.addAll(List.of(further));
        return Directive.newDirective()
                .name(join.directive(specName))
                .arguments(arguments)
                .build();
    }

    private static Argument string(String name, String value) {
        return Argument.newArgument(name, StringValue.of(value)).build();
    }

    private static Argument external() {
        return Argument.newArgument("external", BooleanValue.of(true)).build();
    }
}
