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
 * spec, CollectFields), {@code @skip} and {@code @include} become conditions, and other directives of fields go
 * with them to the subgraphs.
 */
final class OperationNormalizer {
    private static final TypeRef TYPENAME = TypeRef.parse("String!");
    /** Answered by the gateway itself, so that to a plan it is a leaf. */
    private static final TypeRef INTROSPECTION = TypeRef.parse("__Introspection");

    private final Types types;
    private final Map<String, FragmentDefinition> fragments;
    private final PlannerLimits limits;
    private int fieldCount;
    private boolean directed;

    private OperationNormalizer(Types types, Document document, PlannerLimits limits) {
        this.types = types;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, _) -> first));
        this.limits = limits;
    }

    /**
     * Normalises one operation of a document.
     *
     * @param limits bounds on the fields after expansion, and on the conditions of each
     */
    static ClientSelection normalize(
            Types types, Document document, OperationDefinition operation, String rootType, PlannerLimits limits) {
        ClientSelection root = new ClientSelection(rootType);
        OperationNormalizer normalizer = new OperationNormalizer(types, document, limits);
        normalizer.collect(root, operation.getSelectionSet(), rootType, Guard.NONE);
        if (normalizer.directed) {
            DirectedKeys.keepApart(root);
        }
        return root;
    }

    private void collect(ClientSelection into, @Nullable SelectionSet selections, String onType, Guard guard) {
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            Optional<Guard> own = guarded((DirectivesContainer<?>) selection, guard);
            own.ifPresent(inner -> collect(into, selection, onType, inner));
        }
    }

    private void collect(ClientSelection into, Selection<?> selection, String onType, Guard guard) {
        switch (selection) {
            case Field field -> collect(into, field, onType, guard);
            case InlineFragment fragment ->
                collectFragment(into, fragment.getTypeCondition(), fragment.getSelectionSet(), onType, guard);
            case FragmentSpread spread -> {
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (fragment != null) {
                    collectFragment(into, fragment.getTypeCondition(), fragment.getSelectionSet(), onType, guard);
                }
            }
            default -> throw new IllegalArgumentException("Not a selection: " + selection);
        }
    }

    private void collectFragment(
            ClientSelection into, @Nullable TypeName condition, SelectionSet selections, String onType, Guard guard) {
        String wanted = condition == null ? onType : condition.getName();
        for (String narrowed : types.narrow(into.type, onType, wanted)) {
            collect(into, selections, narrowed, guard);
        }
    }

    private void collect(ClientSelection into, Field field, String onType, Guard guard) {
        if (++fieldCount > limits.maxFields()) {
            throw PlanningException.tooLarge(limits.maxFields());
        }
        ClientField collected = into.field(onType, field.getResultKey(), () -> create(field, onType));
        collected.mention(fieldCount, guard);
        pass(field, collected);
        if (collected.appearances().size() > limits.maxConditions()) {
            throw PlanningException.tooManyConditions(field.getResultKey(), limits.maxConditions());
        }
        if (collected.selection != null) {
            collect(collected.selection, field.getSelectionSet(), collected.selection.type, guard);
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
}
