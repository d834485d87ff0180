package org.khabar.gateway.execute;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;

/** An answer: its data, already JSON, and its errors. */
public final class ExecutionResult {
    private final JsonWriter json;
    private final boolean dataNull;
    private final List<ExecutionError> errors;

    ExecutionResult(JsonWriter json, boolean dataNull, List<ExecutionError> errors) {
        this.json = json;
        this.dataNull = dataNull;
        this.errors = List.copyOf(errors);
    }

    /** An answer that is nothing but an error. */
    static ExecutionResult failed(ExecutionError error) {
        return new ExecutionResult(new JsonWriter(256).raw("{\"data\":null"), true, List.of(error));
    }

    /** Whether an error bubbled up to the root. */
    public boolean isDataNull() {
        return dataNull;
    }

    /** The errors. */
    public List<ExecutionError> errors() {
        return errors;
    }

    /**
     * The whole answer as JSON. To be called once.
     *
     * @param extensions what the gateway says about the answer; empty for nothing
     */
    public byte[] toJson(Map<String, ? extends @Nullable Object> extensions) {
        if (!errors.isEmpty()) {
            json.raw(",\"errors\":")
                    .value(errors.stream().map(ExecutionError::toSpecification).toList());
        }
        if (!extensions.isEmpty()) {
            json.raw(",\"extensions\":").value(extensions);
        }
        return json.raw('}').toBytes();
    }
}
