package org.khabar.gateway.execute;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.memory.MemoryShare;

/**
 * One request for a plan.
 *
 * @param variables the client's variables, coerced as far as conditions need it and otherwise as they came
 * @param headers what every subgraph is sent along
 * @param timeout how long the whole request may take
 * @param maxBytes what the subgraphs' answers may have together, and what the answer to the client may have
 * @param observer is told of the requests that are sent; null when nobody wants to know
 * @param memory where room for answers is taken; whoever made it closes it once the answer has been taken off
 */
public record ExecutionInput(
        Map<String, @Nullable Object> variables,
        Map<String, String> headers,
        Duration timeout,
        int maxBytes,
        @Nullable RunObserver observer,
        MemoryShare memory) {
    private static final int DEFAULT_MAX_BYTES = 32 * 1024 * 1024;

    public ExecutionInput {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        headers = Map.copyOf(headers);
    }

    /** A request that nobody is told of, with memory without end. */
    public ExecutionInput(
            Map<String, @Nullable Object> variables, Map<String, String> headers, Duration timeout, int maxBytes) {
        this(variables, headers, timeout, maxBytes, null, MemoryShare.unlimited());
    }

    /** A request with the default bound on bytes. */
    public ExecutionInput(Map<String, @Nullable Object> variables, Map<String, String> headers, Duration timeout) {
        this(variables, headers, timeout, DEFAULT_MAX_BYTES);
    }

    boolean isTrue(String variable) {
        return Boolean.TRUE.equals(variables.get(variable));
    }
}
