package org.khabar.gateway.http;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonSyntaxException;
import org.khabar.gateway.json.JsonWeight;

/** Reads GraphQL requests out of bodies and query strings (GraphQL over HTTP, section 5). */
final class RequestReader {
    private final int maxDepth;
    private final int maxBatch;

    /**
     * A reader.
     *
     * @param maxDepth how deep JSON may nest
     * @param maxBatch how many requests one body may hold; 1 for no batches
     */
    RequestReader(int maxDepth, int maxBatch) {
        this.maxDepth = maxDepth;
        this.maxBatch = maxBatch;
    }

    Posted fromBody(RequestBody body) {
        return switch (json(body)) {
            case Map<?, ?> map -> new Posted.Single(ParameterReader.read(map));
            case List<?> batch -> batch(batch);
            case null -> throw noObject();
            default -> throw noObject();
        };
    }

    /** The object in a body that may hold nothing else. */
    Map<?, ?> object(RequestBody body) {
        if (json(body) instanceof Map<?, ?> object) {
            return object;
        }
        throw noObject();
    }

    private @Nullable Object json(RequestBody body) {
        byte[] bytes = body.bytes();
        if (bytes.length == 0) {
            throw RequestException.malformed(400, "The body is empty");
        }
        Object json = parse(bytes, "The body");
        body.becomes(JsonWeight.of(json));
        return json;
    }

    private Posted batch(List<?> requests) {
        if (maxBatch < 2) {
            throw RequestException.malformed(400, "The body must be a JSON object; batches are not served");
        }
        if (requests.isEmpty()) {
            throw RequestException.malformed(400, "The batch is empty");
        }
        if (requests.size() > maxBatch) {
            throw RequestException.tooMuch(
                    400, "The batch has %d requests, more than %d".formatted(requests.size(), maxBatch));
        }
        return new Posted.Batch(requests.stream()
                .map(request -> {
                    if (request instanceof Map<?, ?> map) {
                        return ParameterReader.read(map);
                    }
                    throw RequestException.malformed(400, "Each request of a batch must be a JSON object");
                })
                .toList());
    }

    private static RequestException noObject() {
        return RequestException.malformed(400, "The body must be a JSON object");
    }

    GraphqlParameters fromQueryString(MultiMap parameters) {
        String name = parameters.get("operationName");
        return ParameterReader.of(
                parameters.get("query"),
                parameters.get("documentId"),
                name == null || name.isEmpty() ? null : name,
                json(parameters, "variables"),
                json(parameters, "extensions"));
    }

    private @Nullable Object json(MultiMap parameters, String name) {
        String text = parameters.get(name);
        return text == null || text.isEmpty() ? null : parse(text.getBytes(StandardCharsets.UTF_8), name);
    }

    private @Nullable Object parse(byte[] json, String what) {
        try {
            return JsonReader.read(json, maxDepth);
        } catch (JsonSyntaxException e) {
            String message = what + " is not JSON that is accepted here: " + e.getMessage();
            throw e.isBeyondLimit() ? RequestException.tooMuch(400, message) : RequestException.malformed(400, message);
        }
    }
}
