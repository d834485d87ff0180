package org.khabar.gateway.supergraph.merge;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.TypeDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.khabar.gateway.supergraph.TypeRef;

/**
 * Where the merged schema uses types.
 *
 * @param inputs names of the types of arguments and input fields
 * @param outputs names of the types of fields
 */
record EnumUse(Set<String> inputs, Set<String> outputs) {

    static EnumUse in(List<TypeDefinition<?>> types) {
        EnumUse use = new EnumUse(new HashSet<>(), new HashSet<>());
        types.forEach(use::add);
        return use;
    }

    private void add(TypeDefinition<?> type) {
        switch (type) {
            case ImplementingTypeDefinition<?> fielded ->
                fielded.getFieldDefinitions().forEach(this::add);
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions().forEach(this::add);
            default -> {}
        }
    }

    private void add(FieldDefinition field) {
        outputs.add(TypeRef.of(field.getType()).name());
        field.getInputValueDefinitions().forEach(this::add);
    }

    private void add(InputValueDefinition value) {
        inputs.add(TypeRef.of(value.getType()).name());
    }
}
