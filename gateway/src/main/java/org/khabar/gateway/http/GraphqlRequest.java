package org.khabar.gateway.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks.
 *
 * @param query the document
 * @param operationName which operation of it; null when it has just one
 * @param variables the variables as they came
 */
record GraphqlRequest(String query, @Nullable String operationName, Map<String, @Nullable Object> variables) {
    GraphqlRequest {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
}
