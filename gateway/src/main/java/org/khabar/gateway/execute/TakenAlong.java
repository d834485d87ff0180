package org.khabar.gateway.execute;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.PreparedFetch.Part;

/**
 * What a request brings nothing for though nothing may be wrong with it: entities are non-null lists in most subgraphs,
 * so one part that fails takes the others along.
 *
 * @param parts the parts
 * @param together whether they can be asked for in one request, because it is known which part took them along
 * @param errors what came instead of an answer, without paths
 */
record TakenAlong(List<Part> parts, boolean together, List<Map<String, @Nullable Object>> errors) {
    /** Nothing. */
    static final TakenAlong NONE = new TakenAlong(List.of(), true, List.of());

    TakenAlong {
        parts = List.copyOf(parts);
    }
}
