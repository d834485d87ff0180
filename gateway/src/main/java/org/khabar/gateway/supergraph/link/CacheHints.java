package org.khabar.gateway.supergraph.link;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.ObjectValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.CacheHint;

/**
 * Reads {@code @cacheControl} (Apollo Server's cache hints). It is no directive of federation and needs no
 * {@code @composeDirective} here: in a supergraph it may stand by itself or in {@code @join__directive} (join v0.4).
 */
public final class CacheHints {
    /** The directive's name. */
    public static final String NAME = "cacheControl";

    private static final String JOIN_DIRECTIVE = "join__directive";

    private CacheHints() {}

    /** The strictest of an element's hints; null when it has none. */
    static @Nullable CacheHint find(Annotations annotations) {
        return annotations.others().stream()
                .flatMap(CacheHints::unwrap)
                .map(CacheHints::read)
                .reduce(CacheHint::and)
                .orElse(null);
    }

    private static Stream<Directive> unwrap(Directive directive) {
        if (directive.getName().equals(NAME)) {
            return Stream.of(directive);
        }
        boolean isCarried = directive.getName().equals(JOIN_DIRECTIVE)
                && Arguments.findString(directive, "name").equals(Optional.of(NAME))
                && Arguments.find(directive, "args") instanceof ObjectValue;
        return isCarried ? Stream.of(carried(directive)) : Stream.empty();
    }

    private static Directive carried(Directive directive) {
        List<Argument> arguments = Arguments.find(directive, "args") instanceof ObjectValue object
                ? object.getObjectFields().stream()
                        .map(field -> new Argument(field.getName(), field.getValue()))
                        .toList()
                : List.of();
        return Directive.newDirective().name(NAME).arguments(arguments).build();
    }

    private static CacheHint read(Directive directive) {
        return new CacheHint(
                Arguments.findInt(directive, "maxAge")
                        .map(seconds -> Math.max(0, seconds))
                        .orElse(null),
                Arguments.findString(directive, "scope").map("PRIVATE"::equals).orElse(null),
                Arguments.bool(directive, "inheritMaxAge", false));
    }
}
