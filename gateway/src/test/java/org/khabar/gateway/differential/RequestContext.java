package org.khabar.gateway.differential;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What all servers see of one request. */
final class RequestContext {
    private RequestContext() {}

    /** Its weather, and a clock that ticks with each mutation. */
    static Map<Object, Object> of(Weather weather) {
        return Map.of(Weather.class, weather, AtomicInteger.class, new AtomicInteger());
    }
}
