package org.khabar.gateway.execute;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request for a plan.
 *
 * @param variables the client's variables, coerced as far as conditions need it and otherwise as they came
 * @param headers what every subgraph is sent along
 * @param timeout how long the whole request may take
 */
public record ExecutionInput(Map<String, @Nullable Object> variables, Map<String, String> headers, Duration timeout) {
    public ExecutionInput {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        headers = Map.copyOf(headers);
    }

    boolean isTrue(String variable) {
        return Boolean.TRUE.equals(variables.get(variable));
    }
}
