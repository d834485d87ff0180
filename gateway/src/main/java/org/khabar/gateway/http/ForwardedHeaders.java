package org.khabar.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.khabar.gateway.security.Caller;

/** What subgraphs are sent of a client's request: who asks, and what ties logs and traces together. */
final class ForwardedHeaders {
    static final String REQUEST_ID = "X-Request-Id";

    private static final List<String> TRACING = List.of("traceparent", "tracestate");
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private ForwardedHeaders() {}

    static Map<String, String> of(HttpServerRequest request, Caller caller) {
        Map<String, String> headers = context(request);
        headers.put("Authorization", caller.authorization());
        return headers;
    }

    /** Without who asks. To be read before the response begins, which is told the request's id. */
    static Map<String, String> context(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        headers.put(REQUEST_ID, requestId(request));
        for (String name : TRACING) {
            String value = request.getHeader(name);
            if (value != null && value.length() < 512) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static String requestId(HttpServerRequest request) {
        String sent = request.getHeader(REQUEST_ID);
        String id = sent != null && SANE_ID.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        request.response().putHeader(REQUEST_ID, id);
        return id;
    }
}
