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
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import graphql.language.StringValue;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the draft of the GraphQL specification asks of {@code @defer} and {@code @stream} beyond their definitions: labels
 * are static and differ, lists alone are streamed, and root fields of mutations and subscriptions come at once.
 */
public final class IncrementalRules {
    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();

    private IncrementalRules(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, _) -> first));
    }

    /**
     * What is wrong.
     *
     * @param message for people
     * @param location where; null when that is not known
     */
    public record Violation(String message, @Nullable SourceLocation location) {}

    /**
     * Checks a document.
     *
     * @param document one that is valid otherwise
     */
    public static List<Violation> check(GraphQLSchema schema, Document document) {
        List<Directive> directives = DeliveryDirectives.list(document);
        if (directives.isEmpty()) {
            return List.of();
        }
        IncrementalRules rules = new IncrementalRules(schema, document);
        directives.forEach(rules::arguments);
        document.getDefinitionsOfType(OperationDefinition.class).forEach(rules::operation);
        rules.fragments
                .values()
                .forEach(fragment -> rules.lists(
                        fragment.getSelectionSet(), fragment.getTypeCondition().getName()));
        return rules.violations;
    }

    private void arguments(Directive directive) {
        Argument label = directive.getArgument("label");
        if (label != null && label.getValue() instanceof StringValue text) {
            if (!labels.add(text.getValue())) {
                add("The label '" + text.getValue() + "' is used more than once", directive);
            }
        } else if (label != null && !(label.getValue() instanceof NullValue)) {
            add("The label of @" + directive.getName() + " must be a string, not a variable", directive);
        }
        Argument count = directive.getArgument("initialCount");
        if (count != null
                && count.getValue() instanceof IntValue number
                && number.getValue().signum() < 0) {
            add("initialCount must not be negative", directive);
        }
    }

    private void operation(OperationDefinition operation) {
        String root = switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType().getName();
            case MUTATION ->
                String.valueOf(
                        schema.getMutationType() == null
                                ? null
                                : schema.getMutationType().getName());
            case SUBSCRIPTION ->
                String.valueOf(
                        schema.getSubscriptionType() == null
                                ? null
                                : schema.getSubscriptionType().getName());
        };
        lists(operation.getSelectionSet(), root);
        if (operation.getOperation() != Operation.QUERY) {
            roots(
                    operation.getSelectionSet(),
                    operation.getOperation().name().toLowerCase(Locale.ROOT),
                    new HashSet<>());
        }
    }

    private void roots(SelectionSet selections, String kind, Set<String> entered) {
        for (Selection<?> selection : selections.getSelections()) {
            ((DirectivesContainer<?>) selection)
                    .getDirectives().stream()
                            .filter(DeliveryDirectives::isOne)
                            .filter(directive -> !isOff(directive))
                            .forEach(directive ->
                                    add("@" + directive.getName() + " is not for root fields of a " + kind, directive));
            if (selection instanceof InlineFragment fragment) {
                roots(fragment.getSelectionSet(), kind, entered);
            } else if (selection instanceof FragmentSpread spread && entered.add(spread.getName())) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (fragment != null) {
                    roots(fragment.getSelectionSet(), kind, entered);
                }
            }
        }
    }

    private static boolean isOff(Directive directive) {
        Argument condition = directive.getArgument("if");
        return condition != null && condition.getValue() instanceof BooleanValue literal && !literal.isValue();
    }

    private void lists(SelectionSet selections, String onType) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                list(field, onType);
            } else if (selection instanceof InlineFragment fragment) {
                boolean isNarrowed = fragment.getTypeCondition() != null;
                lists(
                        fragment.getSelectionSet(),
                        isNarrowed ? fragment.getTypeCondition().getName() : onType);
            }
        }
    }

    private void list(Field field, String onType) {
        GraphQLFieldDefinition definition = schema.getType(onType) instanceof GraphQLFieldsContainer type
                ? type.getFieldDefinition(field.getName())
                : null;
        if (definition == null) {
            field.getDirectives("stream").forEach(directive -> notAList(field, directive));
            return;
        }
        if (!GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))) {
            field.getDirectives("stream").forEach(directive -> notAList(field, directive));
        }
        if (field.getSelectionSet() != null) {
            lists(
                    field.getSelectionSet(),
                    GraphQLTypeUtil.unwrapAll(definition.getType()).getName());
        }
    }

    private void notAList(Field field, Directive directive) {
        add("@stream is for lists, and " + field.getName() + " is none", directive);
    }

    private void add(String message, Directive directive) {
        violations.add(new Violation(message, directive.getSourceLocation()));
    }
}
