package org.khabar.gateway.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.ExecutionResult;
import org.khabar.gateway.json.JsonWriter;

/** What became of one operation of a request. */
sealed interface Answered {

    /** The answer as JSON, in parts to be sent one after the other. */
    List<ByteBuffer> toParts();

    /** How it ended, for {@link RequestObserver}. */
    String outcome();

    /**
     * It was run.
     *
     * @param extensions what the gateway says about the answer
     * @param fetches how many requests to subgraphs it took, if they are counted
     */
    record Executed(PreparedOperation operation, ExecutionResult result, Map<String, Object> extensions, int fetches)
            implements Answered {
        @Override
        public List<ByteBuffer> toParts() {
            return result.toParts(extensions);
        }

        @Override
        public String outcome() {
            return result.errors().isEmpty() ? "OK" : "PARTIAL";
        }
    }

    /** Only its plan was asked for. */
    record Planned(Map<String, Object> extensions) implements Answered {
        @Override
        public List<ByteBuffer> toParts() {
            return json(new JsonWriter(1024).value(Map.of("extensions", extensions)));
        }

        @Override
        public String outcome() {
            return "OK";
        }
    }

    /** It was not run. */
    record Refused(List<ExecutionError> errors) implements Answered {
        @Override
        public List<ByteBuffer> toParts() {
            return json(new JsonWriter(256)
                    .raw("{\"errors\":")
                    .value(errors.stream().map(ExecutionError::toSpecification).toList())
                    .raw('}'));
        }

        @Override
        public String outcome() {
            return errors.isEmpty()
                    ? "INTERNAL"
                    : String.valueOf(errors.getFirst().extensions().get("code"));
        }
    }

    private static List<ByteBuffer> json(JsonWriter json) {
        return List.of(ByteBuffer.wrap(json.array(), 0, json.size()));
    }
}
