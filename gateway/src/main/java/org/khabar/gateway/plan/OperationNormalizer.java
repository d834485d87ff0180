package org.khabar.gateway.plan;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.TypeRef;

/**
 * Expands a valid operation: fragments become type conditions on fields, occurrences of a field are merged (GraphQL
 * spec, CollectFields), {@code @skip} and {@code @include} become conditions, {@code @defer} layers, and other
 * directives of fields go with them to the subgraphs.
 */
final class OperationNormalizer {
    private static final TypeRef TYPENAME = TypeRef.parse("String!");
    /** Answered by the gateway itself, so that to a plan it is a leaf. */
    private static final TypeRef INTROSPECTION = TypeRef.parse("__Introspection");

    private final Types types;
    private final Map<String, FragmentDefinition> fragments;
    private final PlannerLimits limits;
    private final OperationDefinition operation;
    private final Delivery delivery;
    private int fieldCount;
    private boolean directed;

    private OperationNormalizer(
            Types types, Document document, OperationDefinition operation, PlannerLimits limits, Delivery delivery) {
        this.types = types;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, _) -> first));
        this.limits = limits;
        this.operation = operation;
        this.delivery = delivery;
    }

    /**
     * Normalises one operation of a document.
     *
     * @param limits bounds on the fields after expansion, and on the conditions of each
     * @param delivery which fragments and lists may come later
     */
    static ClientSelection normalize(
            Types types,
            Document document,
            OperationDefinition operation,
            String rootType,
            PlannerLimits limits,
            Delivery delivery) {
        ClientSelection root = new ClientSelection(rootType);
        OperationNormalizer normalizer = new OperationNormalizer(types, document, operation, limits, delivery);
        normalizer.collect(root, operation.getSelectionSet(), rootType, new Scope(Guard.NONE, Layer.PRIMARY));
        if (normalizer.directed) {
            DirectedKeys.keepApart(root);
        }
        return root;
    }

    private void collect(ClientSelection into, @Nullable SelectionSet selections, String onType, Scope scope) {
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            Optional<Guard> own = guarded((DirectivesContainer<?>) selection, scope.guard());
            own.ifPresent(inner -> collect(into, selection, onType, new Scope(inner, scope.layer())));
        }
    }

    private void collect(ClientSelection into, Selection<?> selection, String onType, Scope scope) {
        switch (selection) {
            case Field field -> collect(into, field, onType, scope);
            case InlineFragment fragment ->
                collectFragment(
                        into,
                        fragment.getTypeCondition(),
                        fragment.getSelectionSet(),
                        onType,
                        deferred(into, fragment, scope));
            case FragmentSpread spread -> {
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (fragment != null) {
                    collectFragment(
                            into,
                            fragment.getTypeCondition(),
                            fragment.getSelectionSet(),
                            onType,
                            deferred(into, spread, scope));
                }
            }
            default -> throw new IllegalArgumentException("Not a selection: " + selection);
        }
    }

    private Scope deferred(ClientSelection into, DirectivesContainer<?> fragment, Scope scope) {
        return listed(fragment, "defer")
                .map(defer -> new Scope(
                        scope.guard(), into.begin(scope.layer(), (Node<?>) fragment, StreamedList.label(defer))))
                .orElse(scope);
    }

    private Optional<Directive> listed(DirectivesContainer<?> selection, String name) {
        return delivery.incremental()
                ? selection.getDirectives(name).stream()
                        .filter(delivery::isWanted)
                        .findFirst()
                : Optional.empty();
    }

    private void collectFragment(
            ClientSelection into, @Nullable TypeName condition, SelectionSet selections, String onType, Scope scope) {
        String wanted = condition == null ? onType : condition.getName();
        for (String narrowed : types.narrow(into.type, onType, wanted)) {
            collect(into, selections, narrowed, scope);
        }
    }

    private void collect(ClientSelection into, Field field, String onType, Scope scope) {
        if (++fieldCount > limits.maxFields()) {
            throw PlanningException.tooLarge(limits.maxFields());
        }
        ClientField collected = into.field(onType, field.getResultKey(), () -> create(field, onType));
        collected.mention(fieldCount, scope.guard(), scope.layer());
        stream(field, collected, scope.layer());
        pass(field, collected);
        if (collected.appearances().size() > limits.maxConditions()) {
            throw PlanningException.tooManyConditions(field.getResultKey(), limits.maxConditions());
        }
        if (collected.selection != null) {
            collect(collected.selection, field.getSelectionSet(), collected.selection.type, scope);
        }
    }

    private void stream(Field field, ClientField collected, Layer layer) {
        if (delivery.incremental() && collected.selection != null && collected.type.isList()) {
            StreamedList stream = listed(field, "stream")
                    .map(directive -> StreamedList.of(directive, operation))
                    .orElse(null);
            collected.streamAs(stream, layer);
        }
    }

    private void pass(Field field, ClientField collected) {
        if (!field.getDirectives().isEmpty()) {
            collected.alsoWith(PassedDirectives.of(field.getDirectives()));
            directed |= !collected.directives().isEmpty();
        }
    }

    private ClientField create(Field field, String onType) {
        TypeRef type = type(field.getName(), onType);
        ClientSelection selection = types.isComposite(type.name()) ? new ClientSelection(type.name()) : null;
        return new ClientField(onType, field.getResultKey(), field.getName(), field.getArguments(), type, selection);
    }

    private TypeRef type(String field, String onType) {
        return switch (field) {
            case "__typename" -> TYPENAME;
            case "__schema", "__type" -> INTROSPECTION;
            default -> types.field(onType, field).type();
        };
    }

    private static Optional<Guard> guarded(DirectivesContainer<?> selection, Guard guard) {
        Optional<Guard> result = Optional.of(guard);
        for (Directive directive : selection.getDirectives()) {
            boolean include = directive.getName().equals("include");
            if (include || directive.getName().equals("skip")) {
                result = result.flatMap(known -> and(known, directive, include));
            }
        }
        return result;
    }

    private static Optional<Guard> and(Guard guard, Directive directive, boolean wanted) {
        Argument condition = directive.getArgument("if");
        Value<?> value = condition == null ? null : condition.getValue();
        return switch (value) {
            case VariableReference variable -> guard.and(variable.getName(), wanted);
            case BooleanValue literal -> literal.isValue() == wanted ? Optional.of(guard) : Optional.empty();
            case null, default -> Optional.of(guard);
        };
    }

    /**
     * Where in the document a selection stands.
     *
     * @param guard when it counts
     * @param layer with what it comes
     */
    private record Scope(Guard guard, Layer layer) {}
}
