package org.khabar.gateway.execute;

import java.util.List;
import java.util.Map;

/**
 * What the schema says of itself.
 *
 * @param fields JSON by response key; what is null has none
 * @param errors what could not be answered
 */
record SchemaAnswer(Map<String, byte[]> fields, List<ExecutionError> errors) {
    SchemaAnswer {
        fields = Map.copyOf(fields);
        errors = List.copyOf(errors);
    }

    long size() {
        return fields.values().stream().mapToLong(json -> json.length).sum();
    }
}
