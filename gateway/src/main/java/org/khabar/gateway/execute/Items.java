package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.PlanNode.PathStep;
import org.khabar.gateway.plan.StreamSteps;

/** Which items are meant of the lists that are fetched in two parts ({@code @stream}). */
enum Items {
    /** All, as if they were fetched at once. */
    ALL,
    /** Those that come first; what is in no such list as well. */
    FIRST,
    /** The others, and nothing that is in no such list. */
    REST;

    /** The ways to the objects that are meant; none when there are none. */
    List<List<PathStep>> of(List<List<PathStep>> paths, Map<String, ? extends @Nullable Object> variables) {
        if (this == ALL) {
            return paths;
        }
        List<List<PathStep>> meant = new ArrayList<>();
        for (List<PathStep> path : paths) {
            if (StreamSteps.areIn(path)) {
                meant.add(path.stream().map(step -> within(step, variables)).toList());
            } else if (this == FIRST) {
                meant.add(path);
            }
        }
        return meant;
    }

    private PathStep within(PathStep step, Map<String, ? extends @Nullable Object> variables) {
        if (step.stream() == null) {
            return step;
        }
        int count = step.stream().initialCount(variables);
        return this == FIRST ? step.within(0, count) : step.within(count, Integer.MAX_VALUE);
    }
}
