package org.khabar.gateway.execute;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonWriter;
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

    ResponseWriter(ExecutionInput input, Answers answers, ErrorCollector errors, ExecutionLimits limits) {
        this.isTrue = input::isTrue;
        this.json = new JsonWriter(Math.clamp(answers.size(), MIN_ROOM, input.maxBytes()));
        this.bounds = new WritingBounds(json, input.maxBytes());
        this.leaves = new LeafWriter(answers, json, limits.maxAnswerDepth(), path, errors, bounds);
        this.errors = errors;
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

    private Outcome object(DataObject object, OutputSelection selection) {
        List<OutputField> fields = selection.find(object.type);
        if (fields == null) {
            return Outcome.NULL;
        }
        bounds.look(fields.size());
        int start = json.size();
        json.raw('{');
        for (OutputField field : fields) {
            if (field.isWanted(isTrue) && !field(object, selection, field)) {
                json.truncate(start);
                return Outcome.BUBBLED;
            }
        }
        json.raw('}');
        return Outcome.WRITTEN;
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
                @Nullable Object child = field.index() < 0 ? null : object.children[field.index()];
                yield complete(child, field.type(), field);
            }
        };
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
            when type.unwrapNonNull() instanceof TypeRef.ListOf(TypeRef item) -> list(list, item, field);
            case DataObject object when selection != null && !type.isList() -> object(object, selection);
            case null -> Outcome.NULL;
            default -> value == DataObject.NULL ? Outcome.NULL : unfit(field);
        };
    }

    private Outcome unfit(OutputField field) {
        errors.unfitAt(path, field);
        return Outcome.BUBBLED;
    }

    private Outcome list(DataList list, TypeRef itemType, OutputField field) {
        int start = json.size();
        json.raw('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                json.raw(',');
            }
            bounds.check();
            path.push(i);
            boolean stays = settle(complete(list.get(i), itemType, field), itemType, field);
            path.pop();
            if (!stays) {
                json.truncate(start);
                return Outcome.BUBBLED;
            }
        }
        json.raw(']');
        return Outcome.WRITTEN;
    }

    /** Writes null where it may stand; otherwise the parent cannot stay. */
    private boolean settle(Outcome outcome, TypeRef type, OutputField field) {
        if (outcome == Outcome.WRITTEN) {
            return true;
        }
        if (!type.isNonNull()) {
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
