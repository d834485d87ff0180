package org.khabar.gateway.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.quota.QuotaException;

/** A request that is answered with errors alone. */
final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean wellFormed;
    private final transient List<ExecutionError> errors;
    private final transient Map<String, String> headers;

    private RequestException(int status, boolean wellFormed, List<ExecutionError> errors, Map<String, String> headers) {
        super(errors.toString(), null, false, false);
        this.status = status;
        this.wellFormed = wellFormed;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    private static RequestException of(int status, String message, String code) {
        return new RequestException(status, false, List.of(ExecutionError.of(message, code, null)), Map.of());
    }

    /** It is no GraphQL request at all; the status is the same for every media type. */
    static RequestException malformed(int status, String message) {
        return of(status, message, "BAD_USER_INPUT");
    }

    /** There are too many requests: of the client, or of all. */
    static RequestException turnedAway(QuotaException quota) {
        String code = quota.isOverloaded() ? "OVERLOADED" : "LIMIT_EXCEEDED";
        return new RequestException(
                quota.isOverloaded() ? 503 : 429,
                false,
                List.of(ExecutionError.of(String.valueOf(quota.getMessage()), code, null)),
                quota.headers());
    }

    /** The client has too much under way. */
    static RequestException tooMany(String message) {
        return new RequestException(
                429, false, List.of(ExecutionError.of(message, "LIMIT_EXCEEDED", null)), Map.of("Retry-After", "1"));
    }

    /** There is too much to do, whoever asks. */
    static RequestException overloaded(String message) {
        return new RequestException(
                503, false, List.of(ExecutionError.of(message, "OVERLOADED", null)), Map.of("Retry-After", "1"));
    }

    /** There would be room for it, but for what else the client asks. */
    static RequestException holdsTooMuch(String message) {
        return new RequestException(
                429, false, List.of(ExecutionError.of(message, "OVERLOADED", null)), Map.of("Retry-After", "1"));
    }

    /** It came by a method that is not for it. */
    static RequestException wrongMethod(String message, String allowed) {
        return new RequestException(
                405, false, List.of(ExecutionError.of(message, "BAD_USER_INPUT", null)), Map.of("Allow", allowed));
    }

    /** It is more than is taken. */
    static RequestException tooMuch(int status, String message) {
        return of(status, message, "LIMIT_EXCEEDED");
    }

    /** It is a GraphQL request that cannot be run. */
    static RequestException refused(List<ExecutionError> errors) {
        return new RequestException(400, true, errors, Map.of());
    }

    static RequestException refused(String message, String code) {
        return refused(List.of(ExecutionError.of(message, code, null)));
    }

    /** The caller may not ask that. */
    static RequestException forbidden(String message) {
        return of(403, message, "FORBIDDEN");
    }

    /** It is a GraphQL request whose operation the caller may not run. */
    static RequestException forbidden(List<ExecutionError> errors) {
        return new RequestException(403, true, errors, Map.of());
    }

    /** Nothing is wrong with it, but it cannot be served now. */
    static RequestException unavailable(String message) {
        return new RequestException(
                503,
                false,
                List.of(ExecutionError.of(message, "SUBGRAPH_UNAVAILABLE", null)),
                Map.of("Retry-After", "1"));
    }

    /** Its time was over before it could be run. */
    static RequestException late() {
        return of(504, "The request's time was over before it could be run", "TIMEOUT");
    }

    /** Something is wrong with the gateway. */
    static RequestException internal() {
        return of(500, "Internal error", "INTERNAL");
    }

    /** The code of what kept an operation from being run, or {@code CANCELLED} when its client gave it up. */
    static String outcome(Throwable failure) {
        return switch (failure) {
            case RequestException refused
            when !refused.errors.isEmpty() ->
                String.valueOf(refused.errors.getFirst().extensions().get("code"));
            case CancellationException _ -> "CANCELLED";
            default -> "INTERNAL";
        };
    }

    /** The status; for well-formed requests that of {@code application/graphql-response+json}. */
    int status() {
        return status;
    }

    /** Whether older clients, which ask for {@code application/json}, expect status 200. */
    boolean isWellFormed() {
        return wellFormed;
    }

    /** Headers that the answer is to have. */
    Map<String, String> headers() {
        return headers;
    }

    List<ExecutionError> errors() {
        return errors;
    }
}
