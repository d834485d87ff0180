package org.khabar.gateway.plan;

import java.util.Set;
import org.khabar.gateway.supergraph.AccessRule;

/**
 * What decides how an operation is planned, beside the operation. Callers who differ in nothing that matters to the
 * operation share a variant, and so a plan.
 *
 * @param refused the rules, of those that protect something in the operation, that the caller does not satisfy
 * @param stranger whether nobody is logged in; false where nothing is refused
 * @param labels the labels of progressive overrides, of those that matter to the operation, that hold
 * @param delivery what may come later
 */
public record PlanVariant(Set<AccessRule> refused, boolean stranger, Set<String> labels, Delivery delivery) {
    /** Nothing is refused and no label holds. */
    public static final PlanVariant NONE = new PlanVariant(Set.of(), false, Set.of(), Delivery.WHOLE);

    public PlanVariant {
        refused = Set.copyOf(refused);
        stranger = stranger && !refused.isEmpty();
        labels = Set.copyOf(labels);
    }
}
