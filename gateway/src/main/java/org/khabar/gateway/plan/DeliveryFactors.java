package org.khabar.gateway.plan;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What decides how an operation's answer is delivered.
 *
 * @param incremental whether the operation has {@code @defer} or {@code @stream} at all
 * @param conditions the variables in their {@code if} arguments, with the values that they have when a client sends none
 */
public record DeliveryFactors(boolean incremental, Map<String, Boolean> conditions) {
    /** Of an operation whose answer comes at once. */
    static final DeliveryFactors NONE = new DeliveryFactors(false, Map.of());

    public DeliveryFactors {
        conditions = Map.copyOf(conditions);
    }

    /**
     * How one request is delivered.
     *
     * @param takesParts whether the client takes an answer in parts
     * @param variables as the client sent them
     */
    public Delivery choose(boolean takesParts, Map<String, ? extends @Nullable Object> variables) {
        if (!incremental || !takesParts) {
            return Delivery.WHOLE;
        }
        Set<String> holding = conditions.entrySet().stream()
                .filter(condition -> variables.containsKey(condition.getKey())
                        ? Boolean.TRUE.equals(variables.get(condition.getKey()))
                        : condition.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Delivery(true, holding);
    }
}
