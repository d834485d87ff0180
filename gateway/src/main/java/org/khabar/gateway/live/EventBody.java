package org.khabar.gateway.live;

import java.util.List;
import java.util.Map;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.json.JsonWriter;

/** What stands in events: responses, and where one connection has several operations, their ids. */
final class EventBody {
    private EventBody() {}

    static JsonWriter of(ExecutionResult answer) {
        return new JsonWriter(1024).raw(answer.toJson(Map.of()));
    }

    static JsonWriter of(List<ExecutionError> errors) {
        return new JsonWriter(256)
                .raw("{\"errors\":")
                .value(errors.stream().map(ExecutionError::toSpecification).toList())
                .raw('}');
    }

    /** A response with the operation that it is of. */
    static JsonWriter with(String id, JsonWriter response) {
        return new JsonWriter(response.size() + 64)
                .raw("{\"id\":")
                .string(id)
                .raw(",\"payload\":")
                .raw(response.array(), 0, response.size())
                .raw('}');
    }

    static JsonWriter of(String id) {
        return new JsonWriter(64).raw("{\"id\":").string(id).raw('}');
    }
}
