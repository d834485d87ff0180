package org.khabar.gateway.execute;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Names how a request to a subgraph ended. */
final class FetchOutcome {
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
            return "CANCELLED";
        }
        if (problems.isEmpty()) {
            return again.isEmpty() ? "OK" : "PARTIAL";
        }
        return switch (problems.getFirst()) {
            case FetchProblem.Failed failed -> failed.failure().code();
            case FetchProblem.Reported _ -> "PARTIAL";
        };
    }

    private static boolean isCancellation(@Nullable Throwable failure) {
        return failure instanceof CancellationException
                || failure instanceof CompletionException && failure.getCause() instanceof CancellationException;
    }
}
