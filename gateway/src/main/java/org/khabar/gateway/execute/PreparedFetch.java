package org.khabar.gateway.execute;

import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.stream.IntStream;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/**
 * A request ready to be sent.
 *
 * @param parts what it asks for; several when fetches are sent together, or one has to be divided
 * @param body what is sent
 * @param turn how often its parts were asked for before
 */
record PreparedFetch(List<Part> parts, byte[] body, int turn) {
    private static final List<JsonKey> ENTITIES = List.of(JsonKey.of("_entities"));

    PreparedFetch {
        parts = List.copyOf(parts);
    }

    String subgraph() {
        return parts.getFirst().fetch().subgraph();
    }

    /** Whether it does nothing, and may be sent twice. */
    boolean isRepeatable() {
        return parts.getFirst().fetch().operation() == Operation.QUERY;
    }

    /** Under what names the answer has the parts' entities. */
    List<JsonKey> fields() {
        return parts.size() == 1
                ? ENTITIES
                : IntStream.range(0, parts.size())
                        .mapToObj(part -> JsonKey.of("_" + part))
                        .toList();
    }

    /**
     * A fetch, or a part of one.
     *
     * @param fetch the fetch
     * @param targets the objects that each item of the answer is for
     * @param values from contexts, as JSON, in the order of the fetch's variables
     * @param representations what it sends of the entities, as a JSON array; empty once it cannot be asked for again
     */
    record Part(FetchNode fetch, List<List<DataObject>> targets, List<String> values, byte[] representations) {
        private static final byte[] NOTHING = {};

        Part {
            targets = List.copyOf(targets);
            values = List.copyOf(values);
        }

        /** A part for the fields of objects that are there, which no representations are sent for. */
        static Part of(FetchNode fetch, List<DataObject> targets) {
            return new Part(fetch, List.of(targets), List.of(), NOTHING);
        }

        /** A part for entities. */
        static Part of(FetchNode fetch, RepresentationCollector entities, List<String> values) {
            return new Part(fetch, entities.targets(), values, entities.toJson());
        }

        /** The same without what is only needed to ask for it again. */
        Part once() {
            return new Part(fetch, targets, values, NOTHING);
        }
    }
}
