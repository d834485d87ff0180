package org.khabar.gateway.guard;

import graphql.language.ArrayValue;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.NamedNode;
import graphql.language.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bounds single places of a document and of its variables: the directives that stand at one place, whatever it is, and
 * the items of one list. Takes time linear in what it looks at.
 */
final class LocalBounds {
    private final int maxDirectives;
    private final int maxItems;

    LocalBounds(int maxDirectives, int maxItems) {
        this.maxDirectives = maxDirectives;
        this.maxItems = maxItems;
    }

    /** Checks a document, the operations and fragments that are not asked for included. */
    void check(Document document) {
        document.getChildren().forEach(this::check);
    }

    private void check(Node<?> node) {
        if (node instanceof DirectivesContainer<?> container
                && container.getDirectives().size() > maxDirectives) {
            throw LimitExceededException.at(
                    "%s has more than %d directives".formatted(name(node), maxDirectives), node.getSourceLocation());
        }
        if (node instanceof ArrayValue list && list.getValues().size() > maxItems) {
            throw LimitExceededException.at("A list has more than " + maxItems + " items", node.getSourceLocation());
        }
        node.getChildren().forEach(this::check);
    }

    private static String name(Node<?> node) {
        return switch (node) {
            case Field field -> "Field '" + field.getName() + "'";
            case FragmentSpread spread -> "The spread of '" + spread.getName() + "'";
            case NamedNode<?> named when named.getName() != null -> "'" + named.getName() + "'";
            default -> "The " + node.getClass().getSimpleName();
        };
    }

    /** Checks the variables of a request. */
    void check(Map<String, ? extends @Nullable Object> variables) {
        variables.forEach(this::check);
    }

    private void check(String variable, @Nullable Object value) {
        switch (value) {
            case List<?> list -> {
                if (list.size() > maxItems) {
                    throw LimitExceededException.of("Variable '%s' has a list of %d items, more than %d"
                            .formatted(variable, list.size(), maxItems));
                }
                list.forEach(item -> check(variable, item));
            }
            case Map<?, ?> map -> map.values().forEach(item -> check(variable, item));
            case null, default -> {}
        }
    }
}
