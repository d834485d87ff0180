package org.khabar.gateway.plan;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds {@code @defer} and {@code @stream} in a document. */
final class DeliveryDirectives {
    private DeliveryDirectives() {}

    static boolean isOne(Directive directive) {
        return directive.getName().equals("defer") || directive.getName().equals("stream");
    }

    /** All of a document, in its order. */
    static List<Directive> list(Document document) {
        List<Directive> found = new ArrayList<>();
        collect(document, found);
        return found;
    }

    private static void collect(Node<?> node, List<Directive> found) {
        if (node instanceof DirectivesContainer<?> container) {
            container.getDirectives().stream().filter(DeliveryDirectives::isOne).forEach(found::add);
        }
        node.getChildren().stream()
                .filter(child -> !(child instanceof Directive) && !(child instanceof Argument))
                .forEach(child -> collect(child, found));
    }

    /** What decides how the operation is delivered; events of subscriptions come whole. */
    static DeliveryFactors factors(Document document, OperationDefinition operation) {
        List<Directive> directives = operation.getOperation() == Operation.SUBSCRIPTION ? List.of() : list(document);
        if (directives.isEmpty()) {
            return DeliveryFactors.NONE;
        }
        Map<String, Boolean> conditions = new HashMap<>();
        for (Directive directive : directives) {
            Argument condition = directive.getArgument("if");
            if (condition != null && condition.getValue() instanceof VariableReference variable) {
                conditions.put(variable.getName(), defaultOf(variable.getName(), operation));
            }
        }
        return new DeliveryFactors(true, conditions);
    }

    /** Without a default of the variable, that of the argument counts, which is true. */
    private static boolean defaultOf(String variable, OperationDefinition operation) {
        return operation.getVariableDefinitions().stream()
                .filter(definition -> definition.getName().equals(variable))
                .map(VariableDefinition::getDefaultValue)
                .noneMatch(value -> value != null && !(value instanceof BooleanValue literal && literal.isValue()));
    }
}
