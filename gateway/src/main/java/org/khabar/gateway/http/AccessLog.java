package org.khabar.gateway.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
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
