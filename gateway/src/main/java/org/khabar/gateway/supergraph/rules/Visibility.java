package org.khabar.gateway.supergraph.rules;

import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.TypeRef;

/** What of a merged schema clients see. */
final class Visibility {
    private final MergedSchema merged;

    Visibility(MergedSchema merged) {
        this.merged = merged;
    }

    static boolean isHidden(DirectivesContainer<?> element) {
        return element.hasDirective("inaccessible");
    }

    boolean isHiddenType(String name) {
        TypeDefinition<?> type = merged.types().get(name);
        return type != null && isHidden(type);
    }

    boolean isHiddenType(Type<?> type) {
        return isHiddenType(TypeRef.of(type).name());
    }

    List<TypeDefinition<?>> visibleTypes() {
        return merged.types().values().stream()
                .filter(type -> !isHiddenType(type.getName()))
                .toList();
    }

    List<ImplementingTypeDefinition<?>> visibleFieldedTypes() {
        return merged.fieldedTypes().stream()
                .filter(type -> !isHiddenType(type.getName()))
                .toList();
    }

    /** Whether anything of a type remains for clients. */
    boolean hasVisibleChild(TypeDefinition<?> type) {
        return switch (type) {
            case ImplementingTypeDefinition<?> fielded -> anyVisible(MergedSchema.fields(fielded));
            case InputObjectTypeDefinition input -> anyVisible(input.getInputValueDefinitions());
            case EnumTypeDefinition values -> anyVisible(values.getEnumValueDefinitions());
            case UnionTypeDefinition union -> union.getMemberTypes().stream().anyMatch(member -> !isHiddenType(member));
            default -> true;
        };
    }

    private static boolean anyVisible(List<? extends DirectivesContainer<?>> elements) {
        return elements.stream().anyMatch(element -> !isHidden(element));
    }

    /** The fields of that name on the interfaces that clients see. */
    Stream<ImplementedField> implementedFields(ImplementingTypeDefinition<?> type, FieldDefinition field) {
        return MergedSchema.interfaces(type).stream()
                .filter(iface -> !isHiddenType(iface))
                .flatMap(iface -> merged
                        .findField(iface, field.getName())
                        .filter(declared -> !isHidden(declared))
                        .map(declared -> new ImplementedField(iface, declared))
                        .stream());
    }

    static boolean isRequired(InputValueDefinition value) {
        return TypeRef.of(value.getType()).isNonNull() && value.getDefaultValue() == null;
    }

    /** A field of an interface. */
    record ImplementedField(String iface, FieldDefinition field) {
        String coordinate() {
            return iface + "." + field.getName();
        }

        Optional<InputValueDefinition> argument(String name) {
            return field.getInputValueDefinitions().stream()
                    .filter(argument -> argument.getName().equals(name))
                    .findFirst();
        }
    }
}
