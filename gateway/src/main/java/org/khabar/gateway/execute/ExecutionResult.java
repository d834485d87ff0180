package org.khabar.gateway.execute;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;

/** An answer: its data, already JSON, and its errors. */
public final class ExecutionResult {
    /** What comes before the data in an answer. */
    static final byte[] OPENING = {'{', '"', 'd', 'a', 't', 'a', '"', ':'};

    private final List<ByteBuffer> opened;
    private final boolean dataNull;
    private final List<ExecutionError> errors;

    private ExecutionResult(List<ByteBuffer> opened, boolean dataNull, List<ExecutionError> errors) {
        this.opened = List.copyOf(opened);
        this.dataNull = dataNull;
        this.errors = List.copyOf(errors);
    }

    /** An answer that was written, from its opening to the end of the data. */
    static ExecutionResult written(JsonWriter json, boolean dataNull, List<ExecutionError> errors) {
        return new ExecutionResult(List.of(ByteBuffer.wrap(json.array(), 0, json.size())), dataNull, errors);
    }

    /** An answer whose data lies in a subgraph's answer. */
    static ExecutionResult passed(byte[] answer, int start, int stop) {
        return new ExecutionResult(
                List.of(ByteBuffer.wrap(OPENING), ByteBuffer.wrap(answer, start, stop - start)), false, List.of());
    }

    /** An answer that is nothing but an error. */
    static ExecutionResult failed(ExecutionError error) {
        return written(new JsonWriter(256).raw("{\"data\":null"), true, List.of(error));
    }

    /** An answer that cannot be given, for a reason that is no subgraph's. */
    public static ExecutionResult refused(ExecutionError error) {
        return failed(error);
    }

    /** Bytes of the data. */
    public long size() {
        return opened.stream().mapToLong(ByteBuffer::remaining).sum();
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
     * The whole answer as JSON, in parts to be sent one after the other, of arrays that nobody writes to any more.
     *
     * @param extensions what the gateway says about the answer; empty for nothing
     */
    public List<ByteBuffer> toParts(Map<String, ? extends @Nullable Object> extensions) {
        JsonWriter end = new JsonWriter(16);
        if (!errors.isEmpty()) {
            end.raw(",\"errors\":")
                    .value(errors.stream().map(ExecutionError::toSpecification).toList());
        }
        if (!extensions.isEmpty()) {
            end.raw(",\"extensions\":").value(extensions);
        }
        end.raw('}');
        List<ByteBuffer> parts = new ArrayList<>();
        opened.forEach(part -> parts.add(part.duplicate()));
        parts.add(ByteBuffer.wrap(end.array(), 0, end.size()));
        return parts;
    }

    /**
     * The whole answer as JSON, in one piece.
     *
     * @see #toParts
     */
    public byte[] toJson(Map<String, ? extends @Nullable Object> extensions) {
        List<ByteBuffer> parts = toParts(extensions);
        ByteBuffer whole = ByteBuffer.allocate(
                parts.stream().mapToInt(ByteBuffer::remaining).sum());
        parts.forEach(whole::put);
        return whole.array();
    }
}
