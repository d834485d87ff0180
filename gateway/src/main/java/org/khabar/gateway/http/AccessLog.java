package org.khabar.gateway.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens an entry for each request, when an access log is wanted. */
@Singleton
class AccessLog {
    private final boolean isOn;

    AccessLog(AccessLogConfig config) {
        this.isOn = config.enabled();
    }

    boolean isOn() {
        return isOn;
    }

    /** Writes the line of an operation on a connection that stays open, if lines are wanted. */
    void ran(AdmittedOperation operation, String transport, String outcome, long startedAt, int events) {
        if (isOn) {
            AccessEntry.LOG.infof(
                    "transport=%s kind=%s operation=%s outcome=%s ms=%s events=%d request=%s",
                    transport,
                    operation.plan().operation().name().toLowerCase(Locale.ROOT),
                    AccessEntry.name(operation.name()),
                    outcome,
                    AccessEntry.millisSince(startedAt),
                    events,
                    operation.input().headers().getOrDefault(ForwardedHeaders.REQUEST_ID, "-"));
        }
    }

    /** Writes the line of a WebSocket that is closed, if lines are wanted; {@code code} is negative without one. */
    void closed(int code, long startedAt, int operations, String requestId) {
        if (isOn) {
            AccessEntry.LOG.infof(
                    "transport=websocket closed=%s ms=%s operations=%d request=%s",
                    code < 0 ? "-" : String.valueOf(code), AccessEntry.millisSince(startedAt), operations, requestId);
        }
    }

    /** The entry of a request, which is written when the request is over; null when none is wanted. */
    @Nullable
    AccessEntry open(RoutingContext context) {
        if (!isOn) {
            return null;
        }
        AccessEntry entry = new AccessEntry(context);
        context.addEndHandler(_ -> entry.write());
        return entry;
    }
}
