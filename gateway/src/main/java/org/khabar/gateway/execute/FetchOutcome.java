package org.khabar.gateway.execute;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/** Names how a request to a subgraph ended, or a fetch of the plan. */
final class FetchOutcome {
    static final String CANCELLED = "CANCELLED";
    private static final String OK = "OK";
    private static final String PARTIAL = "PARTIAL";

    private FetchOutcome() {}

    /**
     * The name.
     *
     * @param failure why there is no answer; null when there is one
     * @param problems what was wrong with it
     * @param again what is to be asked for once more
     */
    static String of(@Nullable Throwable failure, List<FetchProblem> problems, List<PreparedFetch> again) {
        if (isCancellation(failure)) {
            return CANCELLED;
        }
        if (problems.isEmpty()) {
            return again.isEmpty() ? OK : PARTIAL;
        }
        return of(problems.getFirst());
    }

    /**
     * The name for a fetch.
     *
     * @param problems what went wrong since it began, with others as well
     */
    static String of(FetchNode fetch, List<FetchProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.fetch() == fetch)
                .findFirst()
                .map(FetchOutcome::of)
                .orElse(OK);
    }

    private static String of(FetchProblem problem) {
        return switch (problem) {
            case FetchProblem.Failed failed -> failed.failure().code();
            case FetchProblem.Reported _ -> PARTIAL;
        };
    }

    private static boolean isCancellation(@Nullable Throwable failure) {
        return failure instanceof CancellationException
                || failure instanceof CompletionException && failure.getCause() instanceof CancellationException;
    }
}
