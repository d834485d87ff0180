package org.khabar.gateway.plan;

/**
 * Bounds of planning.
 *
 * @param maxFields fields of an operation once its fragments are expanded, and again once abstract types are
 * @param maxAlternatives complete plans that are compared for one operation
 */
public record PlannerLimits(int maxFields, int maxAlternatives) {
    /** What is used where nothing is configured. */
    public static final PlannerLimits DEFAULTS = new PlannerLimits(20_000, 24);

    public PlannerLimits {
        if (maxFields < 1 || maxAlternatives < 1) {
            throw new IllegalArgumentException("Planner limits are positive");
        }
    }
}
