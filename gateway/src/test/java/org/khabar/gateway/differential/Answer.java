package org.khabar.gateway.differential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.incremental.MergedParts;

/**
 * An answer to an operation.
 *
 * @param data its data; missing when there is none at all
 * @param errors its errors in the order they came
 */
record Answer(JsonNode data, List<AnswerError> errors) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Answer {
        errors = List.copyOf(errors);
    }

    /** An answer in the specification's form. */
    static Answer of(Map<String, ? extends @Nullable Object> specification) {
        return read(JSON.valueToTree(specification));
    }

    /** An answer as it comes over the wire. */
    static Answer of(byte[] json) {
        try {
            return read(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer that comes in payloads. */
    static Answer ofParts(List<byte[]> payloads) {
        List<Map<?, ?>> read = new ArrayList<>();
        try {
            for (byte[] payload : payloads) {
                read.add(JSON.readValue(payload, Map.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(MergedParts.of(read));
    }

    private static Answer read(JsonNode answer) {
        List<AnswerError> errors = new ArrayList<>();
        answer.path("errors").forEach(error -> errors.add(AnswerError.of(error)));
        return new Answer(answer.has("data") ? answer.get("data") : MissingNode.getInstance(), errors);
    }

    /** Its data as text, with the fields in their order. */
    String dataText() {
        return data.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(prettyData());
        errors.forEach(error -> text.append("\n  ").append(error));
        return text.toString();
    }

    private String prettyData() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(data.isMissingNode() ? null : data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
