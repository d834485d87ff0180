package org.khabar.gateway.http;

import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.quota.QuotaException;

/**
 * What is answered to a request that is not run.
 *
 * @param status the HTTP status
 * @param isWellFormed whether it is a GraphQL request at all
 * @param errors the errors
 * @param headers header fields that the answer is to have
 */
public record Refusal(int status, boolean isWellFormed, List<ExecutionError> errors, Map<String, String> headers) {
    private static final Logger LOG = Logger.getLogger(Refusal.class);

    public Refusal {
        headers = Map.copyOf(headers);
        errors = List.copyOf(errors);
    }

    /** Why an operation was not admitted, or a body not read. */
    public static Refusal of(Throwable failure) {
        RequestException refused = switch (failure) {
            case RequestException known -> known;
            case QuotaException tooMany -> RequestException.turnedAway(tooMany);
            default -> internal(failure);
        };
        return new Refusal(refused.status(), refused.isWellFormed(), refused.errors(), refused.headers());
    }

    private static RequestException internal(Throwable failure) {
        LOG.error("A request failed", failure);
        return RequestException.internal();
    }

    /** Whether it may be otherwise in a moment. */
    public boolean isForNow() {
        return status == 429 || status == 503;
    }

    /** What clients see as {@code extensions.code}. */
    public String code() {
        return errors.isEmpty()
                ? "INTERNAL"
                : String.valueOf(errors.getFirst().extensions().get("code"));
    }
}
