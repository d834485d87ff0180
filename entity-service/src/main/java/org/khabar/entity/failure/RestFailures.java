package org.khabar.entity.failure;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every REST error is {@code {"error":{"code","message","line"}}}; what is unexpected is logged and answered blandly. */
final class RestFailures {

    private static final Logger LOG = Logger.getLogger(RestFailures.class);

    record Body(Detail error) {}

    record Detail(ErrorCode code, String message, @Nullable Integer line) {}

    @ServerExceptionMapper
    Response refused(RequestFailure failure) {
        return answer(
                failure.httpStatus(),
                new Detail(failure.code(), failure.getMessage(), failure.line().orElse(null)));
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException failure) {
        return answer(401, new Detail(ErrorCode.UNAUTHENTICATED, "A valid bearer token is needed.", null));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return answer(403, new Detail(ErrorCode.FORBIDDEN, "Your roles do not allow this operation.", null));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(failure);
        }
        return answer(status, new Detail(codeOf(status), messageOf(status), null));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        LOG.error("Unexpected failure of a REST request", failure);
        return answer(500, new Detail(ErrorCode.INTERNAL, "The service failed; the failure is logged.", null));
    }

    private static ErrorCode codeOf(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 413 -> ErrorCode.LIMIT_EXCEEDED;
            default -> ErrorCode.BAD_USER_INPUT;
        };
    }

    private static String messageOf(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not take that method.";
            case 406 -> "This path cannot answer in a media type that the request accepts.";
            case 413 -> "The request body is over the size limit.";
            case 415 -> "This path does not take that content type.";
            default -> "The request cannot be used.";
        };
    }

    private static Response answer(int status, Detail detail) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Body(detail))
                .build();
    }
}
