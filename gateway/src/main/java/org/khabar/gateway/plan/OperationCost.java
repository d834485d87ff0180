package org.khabar.gateway.plan;

import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is estimated to cost, by the IBM GraphQL Cost specification as Apollo's demand control applies it:
 * objects cost 1 and leaves nothing unless {@code @cost} says otherwise, a mutation costs 10, and what is in a list
 * counts as often as the list is taken to be long ({@code @listSize}, else {@link ListLength}). Worked out once for an
 * operation; variables are filled in for each request.
 */
public final class OperationCost {
    private final CostTerm total;
    private final List<AskedLength> lengths;
    private final Map<String, Value<?>> defaults = new HashMap<>();

    OperationCost(CostTerm total, List<AskedLength> lengths, OperationDefinition operation) {
        this.total = total;
        this.lengths = List.copyOf(lengths);
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            if (variable.getDefaultValue() != null) {
                defaults.put(variable.getName(), variable.getDefaultValue());
            }
        }
    }

    /**
     * The cost of one request.
     *
     * @param variables the request's variables, coerced as far as conditions need it
     * @throws PlanningException when slicing arguments are not given as the schema demands
     */
    public double estimate(Map<String, @Nullable Object> variables) {
        return total.in(new Request(variables, defaults));
    }

    /**
     * Checks how many items one request asks each list for.
     *
     * @param variables the request's variables, as for {@link #estimate}
     * @param most how many it may ask a list for
     * @throws PlanningException when it asks one for more; says which
     */
    public void requireLengths(Map<String, @Nullable Object> variables, int most) {
        Request request = new Request(variables, defaults);
        lengths.forEach(length -> length.require(request, most));
    }

    /**
     * What a request brings along.
     *
     * @param variables the variables as they came
     * @param defaults the defaults of those that did not come
     */
    record Request(Map<String, @Nullable Object> variables, Map<String, Value<?>> defaults) {

        boolean isTrue(String variable) {
            return Boolean.TRUE.equals(variables.get(variable));
        }

        boolean has(String variable) {
            return variables.containsKey(variable);
        }
    }
}
