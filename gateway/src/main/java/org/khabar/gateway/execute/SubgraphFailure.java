package org.khabar.gateway.execute;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A subgraph that did not answer as it should. The message is fit for clients; the cause is for the log. */
public final class SubgraphFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private SubgraphFailure(String code, String message, Throwable cause) {
        super(message, cause, false, false);
        this.code = code;
    }

    /** It cannot be reached, answers nonsense or too much. */
    public static SubgraphFailure unavailable(String subgraph, String detail, Throwable cause) {
        return new SubgraphFailure(
                "SUBGRAPH_UNAVAILABLE", "Service '" + subgraph + "' is not available: " + detail, cause);
    }

    /** It answers nonsense or too much. */
    public static SubgraphFailure unavailable(String subgraph, String detail) {
        return unavailable(subgraph, detail, new IllegalStateException(detail));
    }

    /** What came instead of an answer; null when nothing did. */
    static SubgraphFailure of(String subgraph, @Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case SubgraphFailure known -> known;
            case null -> unavailable(subgraph, "it sent no answer");
            default -> unavailable(subgraph, "the request failed", cause);
        };
    }

    /** It took too long. */
    public static SubgraphFailure timeout(String subgraph, Throwable cause) {
        return new SubgraphFailure("TIMEOUT", "Service '" + subgraph + "' did not answer in time", cause);
    }

    /** The answers to the client's request are larger together than they may be. */
    public static SubgraphFailure tooLarge(String subgraph, ByteBudget budget) {
        return limit("The answers of the services, with that of '" + subgraph + "', are larger together than "
                + budget.limit() + " bytes");
    }

    /** More entities would have to be asked for than may be. */
    static SubgraphFailure tooManyEntities(String subgraph, ExecutionLimits limits, int allowed) {
        String bound = allowed < limits.maxRepresentationsPerFetch()
                ? "all services together for more than " + limits.maxRepresentations()
                : "it at once for more than " + limits.maxRepresentationsPerFetch();
        return limit("Service '" + subgraph + "' is not asked: the request would ask " + bound + " entities");
    }

    /** The representations to be sent take too much, or too much work to find. */
    static SubgraphFailure tooLargeRequest(String subgraph, ExecutionLimits limits) {
        return limit("Service '" + subgraph + "' is not asked: its entities and their values take more than "
                + limits.maxRequestBytes() + " bytes to write");
    }

    /** The same entities would be asked for with too many different values from contexts. */
    static SubgraphFailure tooManyContexts(String subgraph, ExecutionLimits limits) {
        return limit("Service '" + subgraph + "' is not asked: its entities are handed values from above in more than "
                + limits.maxAnswerSlots() + " ways");
    }

    /** The objects of the answers take more room than they may. */
    static SubgraphFailure tooManyValues(String subgraph, ExecutionLimits limits) {
        return limit("The answers of the services, with that of '" + subgraph + "', have more objects and values than "
                + limits.maxAnswerSlots() + " slots hold");
    }

    /** The process has no memory left for it: all requests together hold too much, whoever is at fault. */
    public static SubgraphFailure noMemory(String subgraph) {
        String message = "The gateway has no memory left now for what service '" + subgraph + "' is asked";
        return new SubgraphFailure("OVERLOADED", message, new IllegalStateException(message));
    }

    private static SubgraphFailure limit(String message) {
        return new SubgraphFailure("LIMIT_EXCEEDED", message, new IllegalStateException(message));
    }

    /** What clients see as {@code extensions.code}. */
    public String code() {
        return code;
    }

    String explain() {
        return String.valueOf(getMessage());
    }
}
