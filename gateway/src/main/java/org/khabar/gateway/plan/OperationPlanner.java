package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.khabar.gateway.plan.PlanChoices.Order;

/**
 * Plans one operation: makes one plan, then others that go about it otherwise as a whole, then others that choose
 * differently in one place than the best so far, as long as that helps. How many are made is bounded, and for large
 * operations more tightly, so that planning time grows with the operation only.
 */
final class OperationPlanner {
    /** Leaves placed over all alternatives together, a fetch counting as much as {@value #FETCH_WORK} leaves. */
    private static final int WORK = 3_000;

    private static final int FETCH_WORK = 10;

    /** How often all alternatives together may look for a hop; see {@link HopFinder}. */
    private static final int STEPS = 6_000;

    private final PlanningContext context;
    private final Set<PlanChoices> tried = new LinkedHashSet<>();
    private int left;

    OperationPlanner(PlanningContext context) {
        this.context = context;
    }

    QueryPlan plan() {
        CandidatePlan best = new CandidatePlan(context, PlanChoices.in(Order.FORCED_FIRST));
        if (best.fetches() > 1) {
            left = affordable(best);
            tried.add(best.choices());
            best = cheapest(best, wholes());
            for (CandidatePlan before = null; before != best; ) {
                before = best;
                best = cheapest(best, neighbours(best));
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

    private static List<PlanChoices> wholes() {
        List<PlanChoices> wholes = new ArrayList<>();
        wholes.add(PlanChoices.in(Order.AS_WRITTEN));
        wholes.add(PlanChoices.in(Order.NEAR_FIRST));
        wholes.add(PlanChoices.in(Order.NEAR_FIRST).fromFewSubgraphs());
        return wholes;
    }

    /** What differs in one place, in either order: what is chosen may help those only that come later. */
    private static List<PlanChoices> neighbours(CandidatePlan plan) {
        List<PlanChoices> neighbours = new ArrayList<>();
        for (PlanChoices.Open open : plan.open()) {
            for (String subgraph : open.subgraphs()) {
                PlanChoices changed = plan.choices().with(open.place(), subgraph);
                neighbours.add(changed.inOrder(Order.FORCED_FIRST));
                neighbours.add(changed.inOrder(Order.AS_WRITTEN));
            }
        }
        return neighbours;
    }

    private CandidatePlan cheapest(CandidatePlan first, Collection<PlanChoices> others) {
        CandidatePlan best = first;
        for (PlanChoices choices : others) {
            if (left > 0 && tried.add(choices)) {
                left--;
                best = better(best, choices);
            }
        }
        return best;
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
