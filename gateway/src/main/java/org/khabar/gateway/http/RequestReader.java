package org.khabar.gateway.http;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonSyntaxException;

/** Reads GraphQL requests out of bodies and query strings (GraphQL over HTTP, section 5). */
final class RequestReader {
    private final int maxDepth;

    RequestReader(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    GraphqlRequest fromBody(byte[] body) {
        if (body.length == 0) {
            throw RequestException.malformed(400, "The body is empty");
        }
        if (!(parse(body, "The body") instanceof Map<?, ?> map)) {
            throw RequestException.malformed(400, "The body must be a JSON object; batches are not served");
        }
        return new GraphqlRequest(query(map.get("query")), name(map.get("operationName")), variables(map));
    }

    GraphqlRequest fromQueryString(MultiMap parameters) {
        String variables = parameters.get("variables");
        Object parsed = variables == null || variables.isEmpty()
                ? null
                : parse(variables.getBytes(StandardCharsets.UTF_8), "variables");
        String name = parameters.get("operationName");
        return new GraphqlRequest(
                query(parameters.get("query")),
                name == null || name.isEmpty() ? null : name,
                object(parsed, "variables"));
    }

    private @Nullable Object parse(byte[] json, String what) {
        try {
            return JsonReader.read(json, maxDepth);
        } catch (JsonSyntaxException e) {
            throw RequestException.malformed(400, what + " is not JSON that is accepted here: " + e.getMessage());
        }
    }

    private static String query(@Nullable Object query) {
        if (query instanceof String text && !text.isBlank()) {
            return text;
        }
        throw RequestException.malformed(400, "query must be a GraphQL document");
    }

    private static @Nullable String name(@Nullable Object name) {
        if (name == null || name instanceof String) {
            return (String) name;
        }
        throw RequestException.malformed(400, "operationName must be a string");
    }

    private static Map<String, @Nullable Object> variables(Map<?, ?> body) {
        object(body.get("extensions"), "extensions");
        return object(body.get("variables"), "variables");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(@Nullable Object value, String what) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw RequestException.malformed(400, what + " must be a JSON object");
    }
}
