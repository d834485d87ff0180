package org.khabar.entity.failure;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused for a reason its sender can act on. The message is shown to the client as it is.
 *
 * <p>Has no stack trace: it describes the request, not a fault of the service.
 */
public final class RequestFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final int httpStatus;
    private final @Nullable Integer line;
    private final transient Map<String, Object> details;

    /**
     * @param code what kind of refusal this is
     * @param httpStatus the 4xx status that a REST answer carries
     * @param message what is wrong and where, for the client
     * @param line the 1-based line of the input that is wrong, when one line is
     */
    public RequestFailure(ErrorCode code, int httpStatus, String message, @Nullable Integer line) {
        this(code, httpStatus, message, line, Map.of());
    }

    private RequestFailure(
            ErrorCode code, int httpStatus, String message, @Nullable Integer line, Map<String, Object> details) {
        super(Objects.requireNonNull(message), null, false, false);
        this.code = Objects.requireNonNull(code);
        this.httpStatus = httpStatus;
        this.line = line;
        this.details = Map.copyOf(details);
    }

    /** An argument or a document that cannot be used, HTTP 400. */
    public static RequestFailure badInput(String message) {
        return new RequestFailure(ErrorCode.BAD_USER_INPUT, 400, message, null);
    }

    /** Something named by the request that does not exist, HTTP 404. */
    public static RequestFailure notFound(String message) {
        return new RequestFailure(ErrorCode.NOT_FOUND, 404, message, null);
    }

    /** A configured limit that the request passes, HTTP 400. */
    public static RequestFailure limitExceeded(String message) {
        return new RequestFailure(ErrorCode.LIMIT_EXCEEDED, 400, message, null);
    }

    /**
     * Something that is not, or no longer, as the request takes it to be, HTTP 409.
     *
     * @param details what a program needs to go on, beside the code in a GraphQL error's extensions: numbers and texts
     */
    public static RequestFailure conflict(String message, Map<String, Object> details) {
        return new RequestFailure(ErrorCode.CONFLICT, 409, message, null, details);
    }

    public ErrorCode code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public Optional<Integer> line() {
        return Optional.ofNullable(line);
    }

    /** Further extensions of a GraphQL error; empty for most. */
    public Map<String, Object> details() {
        return details;
    }

    /** The client's message; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
