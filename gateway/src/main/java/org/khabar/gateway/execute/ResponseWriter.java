package org.khabar.gateway.execute;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.OutputSelection;
import org.khabar.gateway.plan.OutputSelection.Kind;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.supergraph.TypeRef;

/**
 * Writes the tree for the client. Where a value that must not be null is null, what was written of its parent is taken
 * back (GraphQL spec, Handling Execution Errors).
 */
final class ResponseWriter {
    private static final int MIN_ROOM = 1024;

    private final JsonWriter json;
    private final Predicate<String> isTrue;
    private final LeafWriter leaves;
    private final ErrorCollector errors;
    private final WritingBounds bounds;
    private final ResponsePath path = new ResponsePath();
    /** What comes later; null when all comes at once. */
    private final @Nullable PendingParts pending;

    /**
     * A writer of a whole answer, about as large as what it is made of.
     *
     * @param memory where room for it is taken
     * @throws AnswerTooLargeException when there is none
     */
    ResponseWriter(
            ExecutionInput input, Answers answers, ErrorCollector errors, ExecutionLimits limits, MemoryShare memory) {
        this(
                input,
                answers,
                errors,
                limits,
                new JsonWriter(room(Math.clamp(answers.size(), MIN_ROOM, input.maxBytes()), memory)),
                input.maxBytes(),
                memory,
                null);
    }

    /** Where there is little memory left, a writer has to grow as it needs more. */
    private static int room(int bytes, MemoryShare memory) {
        if (memory.tryTake(bytes)) {
            return bytes;
        }
        if (memory.tryTake(MIN_ROOM)) {
            return MIN_ROOM;
        }
        throw AnswerTooLargeException.noMemory();
    }

    /**
     * A writer of parts.
     *
     * @param json what to write to
     * @param maxBytes what may be written there
     * @param memory where room is taken as {@code json} grows; of a writer of parts from its first byte on
     * @param pending where to add what comes later
     */
    ResponseWriter(
            ExecutionInput input,
            Answers answers,
            ErrorCollector errors,
            ExecutionLimits limits,
            JsonWriter json,
            long maxBytes,
            MemoryShare memory,
            @Nullable PendingParts pending) {
        this.isTrue = input::isTrue;
        this.json = json;
        this.pending = pending;
        this.bounds = new WritingBounds(json, maxBytes, pending == null ? json.array().length : 0, memory);
        this.leaves = new LeafWriter(answers, json, limits.maxAnswerDepth(), path, errors, bounds);
        this.errors = errors;
    }

    /** Bytes of the room that it has taken. */
    int room() {
        return json.array().length;
    }

    /** Writes the whole of the data. */
    ExecutionResult write(DataObject root, OutputSelection selection) {
        json.raw("{\"data\":");
        boolean written = object(root, selection) == Outcome.WRITTEN;
        if (!written) {
            json.raw("null");
        }
        return ExecutionResult.written(json, !written, errors.list());
    }

    /** Writes what comes first; whether it is more than null. */
    boolean first(DataObject root, OutputSelection selection) {
        boolean written = object(root, selection) == Outcome.WRITTEN;
        if (!written) {
            json.raw("null");
        }
        return written;
    }

    /** Writes what came later of an object, or null where it must be. */
    void fragment(PendingPart.Fragment fragment) {
        fragment.path().forEach(path::push);
        json.raw("\"data\":");
        if (object(fragment.object(), fragment.output()) != Outcome.WRITTEN) {
            json.raw("null");
        }
        fragment.path().forEach(_ -> path.pop());
    }

    /** Writes the items of a list that came later, or null where one must not be. */
    void rest(PendingPart.Rest rest) {
        List<Object> list = rest.path().subList(0, rest.path().size() - 1);
        list.forEach(path::push);
        json.raw("\"items\":");
        int mark = pending == null ? 0 : pending.mark();
        int end = rest.list().size();
        if (!items(rest.list(), rest.from(), end, rest.item(), rest.field())) {
            takeBack(mark);
            json.raw("null");
        }
        list.forEach(_ -> path.pop());
    }

    private Outcome object(DataObject object, OutputSelection selection) {
        List<OutputField> fields = selection.find(object.type);
        if (fields == null) {
            return Outcome.NULL;
        }
        bounds.look(fields.size());
        int start = json.size();
        int mark = pending == null ? 0 : pending.mark();
        json.raw('{');
        for (OutputField field : fields) {
            if (field.isWanted(isTrue) && !field(object, selection, field)) {
                json.truncate(start);
                takeBack(mark);
                return Outcome.BUBBLED;
            }
        }
        if (pending != null) {
            pending.fragments(object, selection.parts(), path, Set.of());
        }
        json.raw('}');
        return Outcome.WRITTEN;
    }

    private void takeBack(int mark) {
        if (pending != null) {
            pending.takeBack(mark);
        }
    }

    /** Whether the parent can stay. */
    private boolean field(DataObject object, OutputSelection selection, OutputField field) {
        bounds.check();
        if (json.array()[json.size() - 1] != '{') {
            json.raw(',');
        }
        field.key().writeTo(json);
        path.push(field.key().text());
        Outcome outcome = value(object, selection, field);
        boolean stays = settle(outcome, field.type(), field);
        path.pop();
        return stays;
    }

    private Outcome value(DataObject object, OutputSelection selection, OutputField field) {
        return switch (field.kind()) {
            case TYPENAME -> typename(object, selection);
            case LEAF -> leaf(object, field);
            case UNAUTHENTICATED, FORBIDDEN -> refused(field);
            case OBJECT -> {
                @Nullable Object child = field.index() < 0 || wasNull(field) ? null : object.children[field.index()];
                yield complete(child, field.type(), field);
            }
        };
    }

    private boolean wasNull(OutputField field) {
        return field.shown() && pending != null && pending.isNull(path);
    }

    private Outcome refused(OutputField field) {
        errors.refusedAt(path, field.coordinate(), field.kind() == Kind.UNAUTHENTICATED);
        return Outcome.NULL;
    }

    private Outcome typename(DataObject object, OutputSelection selection) {
        json.string(String.valueOf(selection.type() == null ? object.type : selection.type()));
        return Outcome.WRITTEN;
    }

    private Outcome leaf(DataObject object, OutputField field) {
        long slice = field.index() < 0 ? Slices.ABSENT : object.leaves[field.index()];
        return leaves.write(slice, field);
    }

    private Outcome complete(@Nullable Object value, TypeRef type, OutputField field) {
        OutputSelection selection = field.selection();
        return switch (value) {
            case DataList list
            when type.unwrapNonNull() instanceof TypeRef.ListOf(TypeRef item) -> list(list, type, item, field);
            case DataObject object when selection != null && !type.isList() -> object(object, selection);
            case null -> Outcome.NULL;
            default -> value == DataObject.NULL ? Outcome.NULL : unfit(field);
        };
    }

    private Outcome unfit(OutputField field) {
        errors.unfitAt(path, field);
        return Outcome.BUBBLED;
    }

    private Outcome list(DataList list, TypeRef type, TypeRef itemType, OutputField field) {
        int mark = pending == null ? 0 : pending.mark();
        int end = pending != null && type == field.type() ? pending.items(list, itemType, field, path) : list.size();
        boolean stays = items(list, 0, end, itemType, field);
        if (!stays) {
            takeBack(mark);
        }
        return stays ? Outcome.WRITTEN : Outcome.BUBBLED;
    }

    private boolean items(DataList list, int from, int end, TypeRef itemType, OutputField field) {
        int start = json.size();
        json.raw('[');
        for (int i = from; i < end; i++) {
            if (i > from) {
                json.raw(',');
            }
            bounds.check();
            path.push(i);
            @Nullable Object item = wasNull(field) ? null : list.get(i);
            boolean stays = settle(complete(item, itemType, field), itemType, field);
            path.pop();
            if (!stays) {
                json.truncate(start);
                return false;
            }
        }
        json.raw(']');
        return true;
    }

    /** Writes null where it may stand; otherwise the parent cannot stay. */
    private boolean settle(Outcome outcome, TypeRef type, OutputField field) {
        if (outcome == Outcome.WRITTEN) {
            return true;
        }
        boolean contradicts = outcome == Outcome.BUBBLED && field.shown();
        if (!type.isNonNull() && !contradicts) {
            if (outcome == Outcome.BUBBLED && pending != null) {
                pending.bubbled(path);
            }
            json.raw("null");
            return true;
        }
        if (outcome == Outcome.NULL) {
            errors.nullAt(path, field);
        }
        return false;
    }

    /** What became of a value. */
    enum Outcome {
        /** It stands. */
        WRITTEN,
        /** It is null. */
        NULL,
        /** It cannot stand, for a reason that is known: it does not fit, or something in it is null that must not be. */
        BUBBLED
    }
}
