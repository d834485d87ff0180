package org.khabar.deploy.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the gateway answered.
 *
 * @param status the HTTP status
 * @param body the GraphQL response: an object with {@code data}, {@code errors} or both
 */
public record GraphqlAnswer(int status, JsonNode body) {
    public GraphqlAnswer {
        if (!body.isObject()) {
            throw new IllegalArgumentException("a GraphQL response is a JSON object");
        }
    }

    /** The data; a missing node when there is none. */
    public JsonNode data() {
        return body.path("data");
    }

    /** The plan that was asked for, if the gateway shows it. */
    public Optional<String> findPlan() {
        return Optional.of(body.path("extensions").path("queryPlan"))
                .filter(JsonNode::isTextual)
                .map(plan -> plan.asText().stripTrailing());
    }

    public boolean hasErrors() {
        return !body.path("errors").isEmpty();
    }
}
