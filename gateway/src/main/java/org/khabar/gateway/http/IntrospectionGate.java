package org.khabar.gateway.http;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.plan.QueryPlan.Introspection;
import org.khabar.gateway.security.Caller;

/**
 * Lets those ask for the schema itself who may. An operation of anybody else that selects {@code __schema} or
 * {@code __type}, in whatever place, is refused as a whole. It is decided for each request, of the plan: neither a plan
 * nor a document that is kept lets a caller in.
 */
@Singleton
class IntrospectionGate {
    private static final String ANONYMOUS = "anonymous";

    private final Set<String> roles;

    IntrospectionGate(IntrospectionConfig config) {
        this.roles = Set.copyOf(config.roles().orElse(Set.of()));
    }

    /** The operation, if the caller may run it; fails with {@link RequestException} otherwise. */
    PreparedOperation check(PreparedOperation operation, Caller caller) {
        Introspection asked = operation.plan().introspection();
        if (asked != null && !mayAsk(caller)) {
            throw RequestException.forbidden(
                    fields(asked).map(IntrospectionGate::refusal).toList());
        }
        return operation;
    }

    private boolean mayAsk(Caller caller) {
        return caller.isLoggedIn() ? !Collections.disjoint(roles, caller.roles()) : roles.contains(ANONYMOUS);
    }

    private static Stream<Field> fields(Introspection asked) {
        return asked.document().getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> fields(operation.getSelectionSet()));
    }

    /** The document has nothing but those fields, and no fragment but inline ones around them. */
    private static Stream<Field> fields(@Nullable SelectionSet selections) {
        return selections == null
                ? Stream.empty()
                : selections.getSelections().stream().flatMap(selection -> switch ((Selection<?>) selection) {
                    case Field field -> Stream.of(field);
                    case InlineFragment fragment -> fields(fragment.getSelectionSet());
                    default -> Stream.empty();
                });
    }

    private static ExecutionError refusal(Field field) {
        SourceLocation place = field.getSourceLocation();
        return new ExecutionError(
                "You may not ask for the schema: " + field.getName(),
                place == null ? List.of() : List.of(new ExecutionError.Location(place.getLine(), place.getColumn())),
                null,
                Map.of("code", "FORBIDDEN"));
    }
}
