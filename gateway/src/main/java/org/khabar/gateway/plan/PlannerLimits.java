package org.khabar.gateway.plan;

/**
 * Bounds of planning.
 *
 * @param maxFields fields of an operation once its fragments are expanded, again once abstract types are, and again of
 *     one fetch once fields stand there under each of their conditions
 * @param maxAlternatives complete plans that are compared for one operation
 * @param maxConditions alternative conditions ({@code @skip}, {@code @include}) that one field is selected under
 */
public record PlannerLimits(int maxFields, int maxAlternatives, int maxConditions) {
    /** What is used where nothing is configured. */
    public static final PlannerLimits DEFAULTS = new PlannerLimits(20_000, 24, 50);

    public PlannerLimits {
        if (maxFields < 1 || maxAlternatives < 1 || maxConditions < 1) {
            throw new IllegalArgumentException("Planner limits are positive");
        }
    }
}
