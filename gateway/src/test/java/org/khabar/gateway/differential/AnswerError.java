package org.khabar.gateway.differential;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An error of an answer, as far as it must be the same everywhere.
 *
 * @param path where, as response keys and list indices; empty when it does not say
 * @param message what the weather did, or {@link #NULL_VIOLATION}; servers word that one differently
 * @param service the subgraph that reported it; empty when it does not say
 */
record AnswerError(List<String> path, String message, String service) {
    static final String NULL_VIOLATION = "null where none may be";

    AnswerError {
        path = List.copyOf(path);
    }

    static AnswerError of(JsonNode error) {
        List<String> path = new ArrayList<>();
        error.path("path").forEach(step -> path.add(step.asText()));
        String service = error.path("extensions").path("service").asText("");
        return new AnswerError(path, normalised(error.path("message").asText()), service);
    }

    private static String normalised(String message) {
        boolean nullViolation = message.contains("was declared as a non null type")
                || message.startsWith("Cannot return null for non-nullable field");
        return nullViolation ? NULL_VIOLATION : message;
    }

    /** The error, whoever reported it. */
    AnswerError anonymous() {
        return new AnswerError(path, message, "");
    }

    @Override
    public String toString() {
        return "/" + String.join("/", path) + ": " + message;
    }
}
