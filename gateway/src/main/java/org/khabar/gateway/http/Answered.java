package org.khabar.gateway.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.khabar.gateway.execute.AnswerPart;
import org.khabar.gateway.execute.AnswerParts;
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

    /**
     * It is being run, and its answer comes in parts, or would have if there had been anything to wait for.
     *
     * @param operation the operation
     * @param first the first part
     * @param rest from which the others come
     * @param extensions what the gateway says about the answer, in the first part
     * @param fetches how many requests to subgraphs it has taken so far, if they are counted
     * @param ended is told how it ended, once it has
     */
    record InParts(
            PreparedOperation operation,
            AnswerPart first,
            AnswerParts rest,
            Map<String, Object> extensions,
            IntSupplier fetches,
            Consumer<String> ended)
            implements Answered {
        @Override
        public List<ByteBuffer> toParts() {
            return first.toParts(extensions, first.hasNext());
        }

        @Override
        public String outcome() {
            return first.hasErrors() ? "PARTIAL" : "OK";
        }
    }

    /**
     * It was run, and its answer sent in parts.
     *
     * @param fetches how many requests to subgraphs it took, if they are counted
     */
    record Delivered(PreparedOperation operation, String outcome, int fetches) implements Answered {
        @Override
        public List<ByteBuffer> toParts() {
            return List.of();
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
