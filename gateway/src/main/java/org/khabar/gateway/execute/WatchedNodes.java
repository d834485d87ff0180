package org.khabar.gateway.execute;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.khabar.gateway.execute.PlanWalk.Done;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/**
 * Tells an observer of the fetches of a plan. There is one only where somebody wants to know.
 *
 * @param execution the run of the plan
 * @param observer who wants to know
 */
record WatchedNodes(Execution execution, NodeObserver observer) {

    /**
     * Runs fetches that belong together, unless the run was given up.
     *
     * @param run prepares, sends and takes what comes back
     */
    CompletableFuture<Done> run(List<FetchNode> fetches, Supplier<CompletableFuture<Done>> run) {
        if (execution.isCancelled()) {
            return PlanWalk.finished();
        }
        int problems = execution.problemCount();
        fetches.forEach(observer::begun);
        return run.get()
                .whenComplete(
                        (_, _) -> fetches.forEach(fetch -> observer.ended(fetch, execution.outcome(fetch, problems))));
    }
}
