package org.khabar.gateway.supergraph;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.parser.Parser;

/** A reference to a type as a field or argument has it, such as {@code [Article!]!}. Equal when written alike. */
public sealed interface TypeRef {

    /** A type by its name. */
    record Named(String name) implements TypeRef {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A list. */
    record ListOf(TypeRef item) implements TypeRef {
        @Override
        public String name() {
            return item.name();
        }

        @Override
        public String toString() {
            return "[" + item + "]";
        }
    }

    /** Never null; what it wraps is a name or a list. */
    record NonNull(TypeRef nullable) implements TypeRef {
        public NonNull {
            if (nullable instanceof NonNull) {
                throw new IllegalArgumentException("A non-null type cannot wrap another: " + nullable + "!");
            }
        }

        @Override
        public String name() {
            return nullable.name();
        }

        @Override
        public String toString() {
            return nullable + "!";
        }
    }

    /** Name of the innermost type. */
    String name();

    /** Whether the outermost wrapper forbids null. */
    default boolean isNonNull() {
        return this instanceof NonNull;
    }

    /** Whether this is a list, nullable or not. */
    default boolean isList() {
        return unwrapNonNull() instanceof ListOf;
    }

    /** This type with its outermost {@code !} taken off, if it has one. */
    default TypeRef unwrapNonNull() {
        return this instanceof NonNull(TypeRef nullable) ? nullable : this;
    }

    /** Reads the parser's type node. */
    static TypeRef of(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> new NonNull(of(nonNull.getType()));
            case ListType list -> new ListOf(of(list.getType()));
            case TypeName name -> new Named(name.getName());
            default -> throw new IllegalArgumentException("Not a GraphQL type: " + type);
        };
    }

    /**
     * Reads a type as it is written in SDL.
     *
     * @throws graphql.parser.InvalidSyntaxException when {@code text} is not a type
     */
    static TypeRef parse(String text) {
        return of(Parser.parseType(text));
    }
}
