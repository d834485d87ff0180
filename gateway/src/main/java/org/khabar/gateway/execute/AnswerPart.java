package org.khabar.gateway.execute;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;

/** One of the payloads that an answer comes in. */
public final class AnswerPart {
    private final ByteBuffer opened;
    private final List<ExecutionError> errors;
    private final boolean isFirst;
    private final boolean hasNext;

    private AnswerPart(JsonWriter json, List<ExecutionError> errors, boolean isFirst, boolean hasNext) {
        this.opened = ByteBuffer.wrap(json.array(), 0, json.size());
        this.errors = List.copyOf(errors);
        this.isFirst = isFirst;
        this.hasNext = hasNext;
    }

    /** The first, written from its opening to the end of the data. */
    static AnswerPart first(JsonWriter json, List<ExecutionError> errors, boolean hasNext) {
        return new AnswerPart(json, errors, true, hasNext);
    }

    /** A later one, written from its opening to the end of its list; its errors stand in there. */
    static AnswerPart later(JsonWriter json, List<ExecutionError> errors, boolean hasNext) {
        return new AnswerPart(json, errors, false, hasNext);
    }

    /** Whether more come. */
    public boolean hasNext() {
        return hasNext;
    }

    /** Whether it has errors. */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /**
     * The payload as JSON, in parts to be sent one after the other.
     *
     * @param extensions what the gateway says about the answer; empty for nothing
     * @param saysWhetherMore whether {@code hasNext} is written; not where the answer is no incremental one
     */
    public List<ByteBuffer> toParts(Map<String, ? extends @Nullable Object> extensions, boolean saysWhetherMore) {
        JsonWriter end = new JsonWriter(32);
        if (isFirst && hasErrors()) {
            end.raw(",\"errors\":")
                    .value(errors.stream().map(ExecutionError::toSpecification).toList());
        }
        if (!extensions.isEmpty()) {
            end.raw(",\"extensions\":").value(extensions);
        }
        if (saysWhetherMore) {
            end.raw(",\"hasNext\":").raw(String.valueOf(hasNext));
        }
        end.raw('}');
        List<ByteBuffer> parts = new ArrayList<>();
        parts.add(opened.duplicate());
        parts.add(ByteBuffer.wrap(end.array(), 0, end.size()));
        return parts;
    }
}
