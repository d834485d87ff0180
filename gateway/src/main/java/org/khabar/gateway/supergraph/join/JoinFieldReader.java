package org.khabar.gateway.supergraph.join;

import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.ContextArgument;
import org.khabar.gateway.supergraph.FieldOverride;
import org.khabar.gateway.supergraph.FieldSet;
import org.khabar.gateway.supergraph.FieldSource;
import org.khabar.gateway.supergraph.SupergraphArgument;
import org.khabar.gateway.supergraph.SupergraphField;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.join.FieldedTypeReader.KeyField;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.Arguments;
import org.khabar.gateway.supergraph.link.TraitsReader;

/** Reads the fields of objects and interfaces. */
final class JoinFieldReader {
    private final JoinDocument join;

    JoinFieldReader(JoinDocument join) {
        this.join = join;
    }

    SupergraphField read(
            String type, FieldDefinition field, Set<String> typeSubgraphs, Set<KeyField> extensionKeyFields) {
        return new SupergraphField(
                field.getName(),
                TypeRef.of(field.getType()),
                field.getInputValueDefinitions().stream().map(this::argument).toList(),
                sources(type + "." + field.getName(), field, typeSubgraphs, extensionKeyFields),
                TraitsReader.read(Annotations.of(field.getDirectives(), join.links())));
    }

    private SupergraphArgument argument(InputValueDefinition argument) {
        return new SupergraphArgument(
                argument.getName(),
                TypeRef.of(argument.getType()),
                literal(argument.getDefaultValue()),
                TraitsReader.read(Annotations.of(argument.getDirectives(), join.links())));
    }

    static @Nullable String literal(@Nullable Value<?> value) {
        return value == null ? null : AstPrinter.printAst(value);
    }

    private Map<String, FieldSource> sources(
            String coordinate, FieldDefinition field, Set<String> typeSubgraphs, Set<KeyField> extensionKeyFields) {
        List<Directive> applied = field.getDirectives(join.directive("field"));
        Map<String, FieldSource> sources = new LinkedHashMap<>();
        if (applied.isEmpty()) {
            TypeRef type = TypeRef.of(field.getType());
            typeSubgraphs.forEach(subgraph -> sources.put(subgraph, everywhere(subgraph, type)));
            return sources;
        }
        for (Directive joinField : applied) {
            String subgraph =
                    join.subgraphName(Arguments.findString(joinField, "graph").orElse(null), coordinate);
            if (subgraph != null) {
                boolean keyField = extensionKeyFields.contains(new KeyField(subgraph, field.getName()));
                sources.put(subgraph, source(subgraph, field, joinField, keyField));
            }
        }
        return sources;
    }

    private static FieldSource everywhere(String subgraph, TypeRef type) {
        return new FieldSource(subgraph, type, false, null, null, null, false, List.of());
    }

    private static FieldSource source(
            String subgraph, FieldDefinition field, Directive joinField, boolean extensionKeyField) {
        Optional<String> label = Arguments.findString(joinField, "overrideLabel");
        return new FieldSource(
                subgraph,
                Arguments.findString(joinField, "type")
                        .map(TypeRef::parse)
                        .orElseGet(() -> TypeRef.of(field.getType())),
                Arguments.bool(joinField, "external", false) && !extensionKeyField,
                fieldSet(joinField, "requires"),
                fieldSet(joinField, "provides"),
                Arguments.findString(joinField, "override")
                        .map(from -> new FieldOverride(from, label.orElse(null)))
                        .orElse(null),
                Arguments.bool(joinField, "usedOverridden", false) && label.isEmpty(),
                Arguments.list(joinField, "contextArguments").stream()
                        .filter(ObjectValue.class::isInstance)
                        .map(argument -> contextArgument((ObjectValue) argument))
                        .toList());
    }

    private static @Nullable FieldSet fieldSet(Directive joinField, String argument) {
        return Arguments.findString(joinField, argument)
                .filter(text -> !text.isBlank())
                .map(FieldSet::parse)
                .orElse(null);
    }

    private static ContextArgument contextArgument(ObjectValue argument) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (ObjectField part : argument.getObjectFields()) {
            Arguments.stringOf(part.getValue()).forEach(text -> parts.put(part.getName(), text));
        }
        return new ContextArgument(
                parts.getOrDefault("context", ""),
                parts.getOrDefault("name", ""),
                TypeRef.parse(parts.getOrDefault("type", "String")),
                FieldSet.parse(parts.getOrDefault("selection", "__typename")));
    }
}
