package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plans one operation: makes one plan, then others that choose differently in one place each, and keeps the cheapest.
 * How many are made is bounded, and for large operations more tightly, so that planning time grows with the operation
 * only.
 */
final class OperationPlanner {
    /** Leaves placed over all alternatives together, a fetch counting as much as {@value #FETCH_WORK} leaves. */
    private static final int WORK = 3_000;

    private static final int FETCH_WORK = 10;

    /** How often all alternatives together may look for a hop; see {@link HopFinder}. */
    private static final int STEPS = 6_000;

    private final PlanningContext context;

    OperationPlanner(PlanningContext context) {
        this.context = context;
    }

    QueryPlan plan() {
        CandidatePlan best = new CandidatePlan(context, new PlanChoices(true, Map.of()));
        if (best.fetches() > 1) {
            for (PlanChoices choices : alternatives(best, affordable(best))) {
                best = better(best, choices);
            }
        }
        return best.finish();
    }

    /** How many more plans may be made, when each takes about as much work as the first. */
    private int affordable(CandidatePlan first) {
        int byLeaves = WORK / (first.leafCount() + FETCH_WORK * first.fetches());
        int bySteps = STEPS / Math.max(1, first.steps());
        return Math.min(context.limits().maxAlternatives(), Math.min(byLeaves, bySteps));
    }

    private static List<PlanChoices> alternatives(CandidatePlan first, int limit) {
        List<PlanChoices> alternatives = new ArrayList<>();
        alternatives.add(new PlanChoices(false, Map.of()));
        for (PlanChoices.Open open : first.open()) {
            if (alternatives.size() >= limit) {
                break;
            }
            for (String subgraph : open.subgraphs()) {
                alternatives.add(new PlanChoices(true, Map.of(open.place(), subgraph)));
                alternatives.add(new PlanChoices(false, Map.of(open.place(), subgraph)));
            }
        }
        return alternatives.subList(0, Math.min(limit, alternatives.size()));
    }

    private CandidatePlan better(CandidatePlan best, PlanChoices choices) {
        try {
            CandidatePlan other = new CandidatePlan(context, choices);
            return other.isCheaperThan(best) ? other : best;
        } catch (UnreachableException _) {
            return best;
        }
    }
}
