package org.khabar.gateway.supergraph.join;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.EnumType;
import org.khabar.gateway.supergraph.InputType;
import org.khabar.gateway.supergraph.ScalarType;
import org.khabar.gateway.supergraph.Traits;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.UnionType;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.FederationDirective;
import org.khabar.gateway.supergraph.link.TraitsReader;

/** Reads unions, enums, scalars and input objects. */
final class LeafTypeReader {
    private final JoinDocument join;
    private final Map<String, Set<String>> objectSubgraphs;

    LeafTypeReader(JoinDocument join) {
        this.join = join;
        this.objectSubgraphs = join.document().getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .collect(Collectors.toMap(ObjectTypeDefinition::getName, this::subgraphs, (first, _) -> first));
    }

    UnionType read(UnionTypeDefinition union) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        subgraphs(union).forEach(subgraph -> members.put(subgraph, new LinkedHashSet<>()));
        List<Directive> listed = union.getDirectives(join.directive("unionMember"));
        for (Directive member : listed) {
            members.computeIfAbsent(subgraph(member, union.getName()), _ -> new LinkedHashSet<>())
                    .add(Arguments.findString(member, "member").orElse(""));
        }
        if (listed.isEmpty()) {
            members.forEach((subgraph, known) -> known.addAll(membersKnownIn(subgraph, union)));
        }
        return new UnionType(union.getName(), members, contexts(union), traits(union));
    }

    private Set<String> contexts(UnionTypeDefinition union) {
        return Annotations.of(union.getDirectives(), join.links()).all(FederationDirective.CONTEXT).stream()
                .flatMap(context -> Arguments.findString(context, "name").stream())
                .collect(Collectors.toSet());
    }

    private Set<String> membersKnownIn(String subgraph, UnionTypeDefinition union) {
        return union.getMemberTypes().stream()
                .map(member -> ((TypeName) member).getName())
                .filter(member -> objectSubgraphs.getOrDefault(member, Set.of()).contains(subgraph))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    EnumType read(EnumTypeDefinition definition) {
        Set<String> subgraphs = subgraphs(definition);
        Map<String, EnumType.Value> values = new LinkedHashMap<>();
        for (EnumValueDefinition value : definition.getEnumValueDefinitions()) {
            Set<String> listed = value.getDirectives(join.directive("enumValue")).stream()
                    .map(directive -> subgraph(directive, definition.getName() + "." + value.getName()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            values.put(
                    value.getName(),
                    new EnumType.Value(value.getName(), listed.isEmpty() ? subgraphs : listed, traits(value)));
        }
        return new EnumType(definition.getName(), values, subgraphs, traits(definition));
    }

    ScalarType read(ScalarTypeDefinition scalar) {
        return new ScalarType(scalar.getName(), subgraphs(scalar), traits(scalar));
    }

    InputType read(InputObjectTypeDefinition input) {
        Map<String, InputType.Field> fields = new LinkedHashMap<>();
        for (InputValueDefinition field : input.getInputValueDefinitions()) {
            fields.put(
                    field.getName(),
                    new InputType.Field(
                            field.getName(),
                            TypeRef.of(field.getType()),
                            JoinFieldReader.literal(field.getDefaultValue()),
                            traits(field)));
        }
        boolean oneOf = input.hasDirective("oneOf");
        return new InputType(input.getName(), fields, subgraphs(input), oneOf, traits(input));
    }

    private Traits traits(DirectivesContainer<?> element) {
        return TraitsReader.read(Annotations.of(element.getDirectives(), join.links()));
    }

    private Set<String> subgraphs(DirectivesContainer<?> type) {
        return type.getDirectives(join.directive("type")).stream()
                .map(directive -> subgraph(directive, "a type"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String subgraph(Directive directive, String coordinate) {
        String graph = Arguments.findString(directive, "graph").orElse("");
        return String.valueOf(join.subgraphName(graph, coordinate));
    }
}
