package org.khabar.gateway.supergraph.merge;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.khabar.gateway.supergraph.TypeRef;

/** Short ways to make syntax nodes. */
final class Ast {
    private Ast() {}

    static Directive directive(String name, List<Argument> arguments) {
        return Directive.newDirective().name(name).arguments(arguments).build();
    }

    static Directive directive(String name, Argument... arguments) {
        return directive(name, List.of(arguments));
    }

    static Argument argument(String name, Value<?> value) {
        return Argument.newArgument().name(name).value(value).build();
    }

    static Argument string(String name, String value) {
        return argument(name, StringValue.of(value));
    }

    static Argument name(String name, String value) {
        return argument(name, EnumValue.of(value));
    }

    static Argument bool(String name, boolean value) {
        return argument(name, BooleanValue.of(value));
    }

    static Argument integer(String name, int value) {
        return argument(name, new IntValue(BigInteger.valueOf(value)));
    }

    static ArrayValue strings(Collection<String> values) {
        return ArrayValue.newArrayValue()
                .values(values.stream().<Value>map(StringValue::of).toList())
                .build();
    }

    /** An entry of {@code @link(import:)}. */
    static Value<?> imported(String name, String alias) {
        if (name.equals(alias)) {
            return StringValue.of(name);
        }
        return ObjectValue.newObjectValue()
                .objectField(new ObjectField("name", StringValue.of(name)))
                .objectField(new ObjectField("as", StringValue.of(alias)))
                .build();
    }

    static Type<?> type(TypeRef type) {
        return switch (type) {
            case TypeRef.Named(String name) -> TypeName.newTypeName(name).build();
            case TypeRef.ListOf(TypeRef item) ->
                ListType.newListType(type(item)).build();
            case TypeRef.NonNull(TypeRef nullable) ->
                NonNullType.newNonNullType(type(nullable)).build();
        };
    }
}
