package org.khabar.gateway.execute;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/**
 * A request ready to be sent.
 *
 * @param parts what it asks for; several when fetches are sent together, or one has to be divided
 * @param body what is sent
 */
record PreparedFetch(List<Part> parts, byte[] body) {
    static final JsonKey ENTITIES = JsonKey.of("_entities");

    PreparedFetch {
        parts = List.copyOf(parts);
    }

    String subgraph() {
        return parts.getFirst().fetch().subgraph();
    }

    /**
     * A fetch, or a part of one.
     *
     * @param fetch the fetch
     * @param field under what name the answer has its entities
     * @param targets the objects that each item of the answer is for
     */
    record Part(FetchNode fetch, JsonKey field, List<List<DataObject>> targets) {
        Part {
            targets = List.copyOf(targets);
        }

        /** Whether an error is in what this part asked for. */
        boolean isAt(Map<String, @Nullable Object> error) {
            return error.get("path") instanceof List<?> path
                    && !path.isEmpty()
                    && field.text().equals(path.getFirst());
        }
    }
}
