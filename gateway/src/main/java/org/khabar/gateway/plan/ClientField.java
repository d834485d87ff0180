package org.khabar.gateway.plan;

import graphql.language.Argument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.TypeRef;

/** A field as the client selected it, on one type condition; all its occurrences there merged. */
final class ClientField {
    final String onType;
    final String responseKey;
    final String name;
    final List<Argument> arguments;
    final TypeRef type;
    final @Nullable ClientSelection selection;
    private Condition condition = Condition.NEVER;

    ClientField(
            String onType,
            String responseKey,
            String name,
            List<Argument> arguments,
            TypeRef type,
            @Nullable ClientSelection selection) {
        this.onType = onType;
        this.responseKey = responseKey;
        this.name = name;
        this.arguments = List.copyOf(arguments);
        this.type = type;
        this.selection = selection;
    }

    boolean isTypename() {
        return name.equals("__typename");
    }

    Condition condition() {
        return condition;
    }

    void alsoUnder(Guard guard) {
        condition = condition.or(Condition.of(guard));
    }
}
