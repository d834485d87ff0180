package org.khabar.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.khabar.gateway.security.Caller;

/** What subgraphs are sent of a client's request: who asks, and what ties logs and traces together. */
final class ForwardedHeaders {
    static final String REQUEST_ID = RequestId.HEADER;

    private static final List<String> TRACING = List.of("traceparent", "tracestate");

    private ForwardedHeaders() {}

    static Map<String, String> of(HttpServerRequest request, Caller caller) {
        Map<String, String> headers = context(request);
        headers.put("Authorization", caller.authorization());
        return headers;
    }

    /** Without who asks. To be read before the response begins. */
    static Map<String, String> context(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        headers.put(REQUEST_ID, RequestId.of(request));
        for (String name : TRACING) {
            String value = request.getHeader(name);
            if (value != null && value.length() < 512) {
                headers.put(name, value);
            }
        }
        return headers;
    }
}
