package org.khabar.gateway.supergraph.join;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.TypeRef;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.FederationDirective;

/**
 * Takes out of a supergraph's types what clients must not see: elements marked {@code @inaccessible}, those that could
 * not stand without them, and every directive that is not GraphQL's own.
 */
final class AccessibleElements {
    private static final Set<String> KEPT_DIRECTIVES = Set.of("deprecated", "specifiedBy", "oneOf");

    private final JoinDocument join;
    private final Set<String> hiddenTypes;

    AccessibleElements(JoinDocument join) {
        this.join = join;
        this.hiddenTypes = join.types().stream()
                .filter(this::isHidden)
                .map(TypeDefinition::getName)
                .collect(Collectors.toSet());
    }

    boolean isVisible(String type) {
        return !hiddenTypes.contains(type);
    }

    private boolean isHidden(DirectivesContainer<?> element) {
        return Annotations.of(element.getDirectives(), join.links()).has(FederationDirective.INACCESSIBLE);
    }

    /** The type as clients see it; null when they do not. */
    @Nullable
    TypeDefinition<?> withoutHidden(TypeDefinition<?> type) {
        if (!isVisible(type.getName())) {
            return null;
        }
        return switch (type) {
            case ObjectTypeDefinition object ->
                object.transform(copy -> copy.directives(kept(object))
                        .implementz(visible(object.getImplements()))
                        .fieldDefinitions(fields(object.getFieldDefinitions())));
            case InterfaceTypeDefinition iface ->
                iface.transform(copy -> copy.directives(kept(iface))
                        .implementz(visible(iface.getImplements()))
                        .definitions(fields(iface.getFieldDefinitions())));
            case UnionTypeDefinition union ->
                union.transform(copy -> copy.directives(kept(union)).memberTypes(visible(union.getMemberTypes())));
            case EnumTypeDefinition definition ->
                definition.transform(
                        copy -> copy.directives(kept(definition)).enumValueDefinitions(values(definition)));
            case ScalarTypeDefinition scalar -> scalar.transform(copy -> copy.directives(kept(scalar)));
            case InputObjectTypeDefinition input ->
                input.transform(copy ->
                        copy.directives(kept(input)).inputValueDefinitions(inputs(input.getInputValueDefinitions())));
            default -> type;
        };
    }

    private List<FieldDefinition> fields(List<FieldDefinition> fields) {
        return fields.stream()
                .filter(field -> !isHidden(field) && isVisible(field.getType()))
                .map(field -> field.transform(copy ->
                        copy.directives(kept(field)).inputValueDefinitions(inputs(field.getInputValueDefinitions()))))
                .toList();
    }

    private List<InputValueDefinition> inputs(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .filter(input -> !isHidden(input) && isVisible(input.getType()))
                .map(input -> input.transform(copy -> copy.directives(kept(input))))
                .toList();
    }

    private List<EnumValueDefinition> values(EnumTypeDefinition definition) {
        return definition.getEnumValueDefinitions().stream()
                .filter(value -> !isHidden(value))
                .map(value -> value.transform(copy -> copy.directives(kept(value))))
                .toList();
    }

    @SuppressWarnings("rawtypes")
    private List<Type> visible(List<Type> types) {
        return types.stream()
                .filter(type -> isVisible(((TypeName) type).getName()))
                .toList();
    }

    private boolean isVisible(Type<?> type) {
        return isVisible(TypeRef.of(type).name());
    }

    private static List<Directive> kept(DirectivesContainer<?> element) {
        return element.getDirectives().stream()
                .filter(directive -> KEPT_DIRECTIVES.contains(directive.getName()))
                .toList();
    }
}
