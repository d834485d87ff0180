package org.khabar.gateway.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.documents.DocumentReference;

/**
 * What a client sent, its document maybe by name.
 *
 * @param document the document
 * @param operationName which operation of it; null when it has just one
 * @param variables the variables as they came
 */
record GraphqlParameters(
        DocumentReference document, @Nullable String operationName, Map<String, @Nullable Object> variables) {
    GraphqlParameters {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** The same with the document's text. */
    GraphqlRequest with(String query) {
        return new GraphqlRequest(query, operationName, variables);
    }
}
