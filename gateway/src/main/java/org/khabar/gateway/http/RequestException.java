package org.khabar.gateway.http;

import java.util.List;
import org.khabar.gateway.execute.ExecutionError;

/** A request that is answered with errors alone. */
final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean wellFormed;
    private final transient List<ExecutionError> errors;

    private RequestException(int status, boolean wellFormed, List<ExecutionError> errors) {
        super(errors.toString(), null, false, false);
        this.status = status;
        this.wellFormed = wellFormed;
        this.errors = List.copyOf(errors);
    }

    /** It is no GraphQL request at all; the status is the same for every media type. */
    static RequestException malformed(int status, String message) {
        String code = status == 413 ? "LIMIT_EXCEEDED" : "BAD_USER_INPUT";
        return new RequestException(status, false, List.of(ExecutionError.of(message, code, null)));
    }

    /** It is a GraphQL request that cannot be run. */
    static RequestException refused(List<ExecutionError> errors) {
        return new RequestException(400, true, errors);
    }

    static RequestException refused(String message, String code) {
        return refused(List.of(ExecutionError.of(message, code, null)));
    }

    /** The caller may not ask that. */
    static RequestException forbidden(String message) {
        return new RequestException(403, false, List.of(ExecutionError.of(message, "FORBIDDEN", null)));
    }

    /** Nothing is wrong with it, but it cannot be served now. */
    static RequestException unavailable(String message) {
        return new RequestException(503, false, List.of(ExecutionError.of(message, "SUBGRAPH_UNAVAILABLE", null)));
    }

    /** Something is wrong with the gateway. */
    static RequestException internal() {
        return new RequestException(500, false, List.of(ExecutionError.of("Internal error", "INTERNAL", null)));
    }

    /** The status; for well-formed requests that of {@code application/graphql-response+json}. */
    int status() {
        return status;
    }

    /** Whether older clients, which ask for {@code application/json}, expect status 200. */
    boolean isWellFormed() {
        return wellFormed;
    }

    List<ExecutionError> errors() {
        return errors;
    }
}
