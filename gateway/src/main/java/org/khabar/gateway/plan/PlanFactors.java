package org.khabar.gateway.plan;

import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.AccessRule;

/**
 * What may make a difference to how an operation is planned.
 *
 * @param rules the access rules on anything that it selects
 * @param labels the labels of progressive overrides of anything that it takes to answer it
 * @param delivery what decides which parts of its answer come later
 */
public record PlanFactors(Set<AccessRule> rules, Set<String> labels, DeliveryFactors delivery) {
    public PlanFactors {
        rules = Set.copyOf(rules);
        labels = Set.copyOf(labels);
    }

    /**
     * What is so for one request.
     *
     * @param rights what the caller may do
     * @param active which of {@link #labels} hold
     */
    public PlanVariant variant(CallerRights rights, Set<String> active) {
        return variant(rights, active, Delivery.WHOLE);
    }

    /**
     * What is so for one request.
     *
     * @param delivered what may come later; one of {@link #delivery()}
     * @see #variant(CallerRights, Set)
     */
    public PlanVariant variant(CallerRights rights, Set<String> active, Delivery delivered) {
        if (rules.isEmpty() && active.isEmpty() && !delivered.incremental()) {
            return PlanVariant.NONE;
        }
        Set<AccessRule> refused =
                rules.stream().filter(rule -> !rights.satisfy(rule)).collect(Collectors.toSet());
        return new PlanVariant(refused, !rights.authenticated(), active, delivered);
    }
}
