package org.khabar.gateway.supergraph.link;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Typed access to the arguments of an applied directive. */
public final class Arguments {
    private Arguments() {}

    /** The argument's value as written; null when it is not given. */
    public static @Nullable Value<?> find(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        return argument == null ? null : argument.getValue();
    }

    /** A string, or the name of an enum value; empty when not given or of another kind. */
    public static Optional<String> findString(Directive directive, String name) {
        return switch (find(directive, name)) {
            case StringValue text -> Optional.ofNullable(text.getValue());
            case EnumValue value -> Optional.of(value.getName());
            case null -> Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A boolean; {@code fallback} when not given. */
    public static boolean bool(Directive directive, String name, boolean fallback) {
        return find(directive, name) instanceof BooleanValue value ? value.isValue() : fallback;
    }

    /** An integer; empty when not given or of another kind. A string of digits counts, as early cost specs had it. */
    public static Optional<Integer> findInt(Directive directive, String name) {
        return switch (find(directive, name)) {
            case IntValue value -> Optional.of(value.getValue().intValue());
            case StringValue text
            when String.valueOf(text.getValue()).matches("\\d{1,9}") ->
                Optional.of(Integer.valueOf(String.valueOf(text.getValue())));
            case null -> Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The items of a list, a single value counting as a list of one; none when not given. */
    public static List<Value<?>> list(Directive directive, String name) {
        return items(find(directive, name));
    }

    /** The items of a list value, a single value counting as a list of one; none for null. */
    public static List<Value<?>> items(@Nullable Value<?> value) {
        return switch (value) {
            case null -> List.of();
            case ArrayValue list ->
                list.getValues().stream().<Value<?>>map(item -> item).toList();
            default -> List.of(value);
        };
    }

    /** The strings of a list. */
    public static List<String> strings(Directive directive, String name) {
        return list(directive, name).stream().flatMap(Arguments::stringOf).toList();
    }

    /** The string or enum name that a value is; nothing for other values. */
    public static Stream<String> stringOf(Value<?> value) {
        return switch (value) {
            case StringValue text -> Optional.ofNullable(text.getValue()).stream();
            case EnumValue name -> Optional.of(name.getName()).stream();
            default -> Optional.<String>empty().stream();
        };
    }
}
