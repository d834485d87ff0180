package org.khabar.gateway.supergraph.merge;

import graphql.language.Description;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Picks one description out of several. */
final class Descriptions {
    private Descriptions() {}

    /** The first that says anything; null when none does. */
    static @Nullable Description first(Stream<? extends @Nullable Description> descriptions) {
        return descriptions
                .filter(Objects::nonNull)
                .filter(description -> !description.getContent().isBlank())
                .findFirst()
                .orElse(null);
    }
}
