package org.khabar.gateway.execute;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.json.JsonScanner;
import org.khabar.gateway.json.JsonSyntaxException;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.OutputSelection;
import org.khabar.gateway.plan.OutputSelection.Kind;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.supergraph.TypeRef;

/**
 * Takes the answer of a plan's one fetch for the client's answer. Each byte is read once, and nothing but what the
 * client asked for, in its order and of its types, gets through; an answer that is otherwise in any way is left to the
 * tree. Types that the gateway knows by itself are written in between, and quotes around
 * IDs that are numbers; without either no byte is copied.
 */
final class PassThrough {
    private static final JsonKey DATA = JsonKey.of("data");
    private static final JsonKey ERRORS = JsonKey.of("errors");

    private final byte[] answer;
    private final JsonScanner scanner;
    private final Predicate<String> variables;
    private final long maxBytes;
    private final MemoryShare memory;
    private int start = -1;
    private int stop;
    private @Nullable JsonWriter rewritten;

    /**
     * A way for one answer.
     *
     * @param maxDepth how deep custom scalars may nest
     * @param memory where room is taken for what has to be copied
     */
    PassThrough(byte[] answer, int maxDepth, ExecutionInput input, MemoryShare memory) {
        this.answer = answer;
        this.scanner = new JsonScanner(answer, maxDepth);
        this.variables = input::isTrue;
        this.maxBytes = input.maxBytes();
        this.memory = memory;
    }

    /** The answer as the client's; null when it is not just that. */
    @Nullable
    ExecutionResult tryPass(OutputSelection output) {
        try {
            return envelope(output) && start >= 0 ? result() : null;
        } catch (JsonSyntaxException | TreeFullException _) {
            return null;
        }
    }

    private @Nullable ExecutionResult result() {
        JsonWriter written = rewritten;
        if (written == null) {
            return ExecutionResult.passed(answer, start, stop);
        }
        written.raw(answer, start, stop - start);
        return written.size() > maxBytes ? null : ExecutionResult.written(written, false, List.of());
    }

    private boolean envelope(OutputSelection output) {
        boolean more = scanner.tryRead('{') && !scanner.tryRead('}');
        while (more) {
            if (!member(output)) {
                return false;
            }
            more = scanner.hasMore('}');
        }
        scanner.expectEnd();
        return true;
    }

    private boolean member(OutputSelection output) {
        if (scanner.tryKey(DATA)) {
            return start < 0 && data(output);
        }
        if (scanner.tryKey(ERRORS)) {
            return scanner.tryNull();
        }
        scanner.skipMember();
        return true;
    }

    private boolean data(OutputSelection output) {
        scanner.peek();
        start = scanner.position();
        boolean fits = object(output);
        stop = scanner.position();
        return fits;
    }

    private boolean object(OutputSelection selection) {
        List<OutputField> fields = selection.uniform();
        if (fields == null || !scanner.tryRead('{')) {
            return false;
        }
        boolean isFirst = true;
        boolean isFirstHere = true;
        for (OutputField field : fields) {
            if (!field.isWanted(variables)) {
                continue;
            }
            if (field.kind() == Kind.TYPENAME) {
                writeType(field, selection, isFirst);
            } else if (!separator(isFirst, isFirstHere) || !field(field)) {
                return false;
            } else {
                isFirstHere = false;
            }
            isFirst = false;
        }
        return scanner.tryRead('}');
    }

    /**
     * Reads the comma before a field, or writes one after a type that was written.
     *
     * @param isFirst whether nothing of the object is written yet
     * @param isFirstHere whether nothing of the object was read yet
     */
    private boolean separator(boolean isFirst, boolean isFirstHere) {
        if (!isFirstHere) {
            return scanner.tryRead(',');
        }
        if (!isFirst) {
            rewrite().raw(',');
        }
        return true;
    }

    private void writeType(OutputField field, OutputSelection selection, boolean isFirst) {
        JsonWriter json = rewrite();
        json.raw(isFirst ? "" : ",");
        field.key().writeTo(json);
        json.string(String.valueOf(selection.type()));
    }

    private JsonWriter rewrite() {
        return rewrite(scanner.position());
    }

    /** Copies what was read so far, up to an offset. */
    private JsonWriter rewrite(int until) {
        JsonWriter json = rewritten;
        if (json == null) {
            int room = answer.length + answer.length / 4;
            if (!memory.tryTake(room)) {
                throw new TreeFullException();
            }
            json = new JsonWriter(room).raw(ExecutionResult.OPENING);
            rewritten = json;
        }
        json.raw(answer, start, until - start);
        start = until;
        return json;
    }

    private boolean field(OutputField field) {
        return scanner.tryKey(field.key()) && value(field.type(), field);
    }

    private boolean value(TypeRef type, OutputField field) {
        if (scanner.peek() == 'n') {
            return !type.isNonNull() && scanner.tryNull();
        }
        if (type.unwrapNonNull() instanceof TypeRef.ListOf(TypeRef item)) {
            return list(item, field);
        }
        OutputSelection below = field.selection();
        return below == null ? leaf(field) : object(below);
    }

    private boolean list(TypeRef itemType, OutputField field) {
        if (!scanner.tryRead('[')) {
            return false;
        }
        boolean more = !scanner.tryRead(']');
        while (more) {
            if (!value(itemType, field)) {
                return false;
            }
            more = scanner.hasMore(']');
        }
        return true;
    }

    private boolean leaf(OutputField field) {
        int from = scanner.position();
        scanner.skipValue();
        return switch (LeafCheck.of(scanner.bytes(), from, scanner.position(), field)) {
            case AS_IT_IS -> true;
            case AS_STRING -> quote(from);
            case HIDDEN, UNFIT -> false;
        };
    }

    /** Puts quotes around the value that was just read over. */
    private boolean quote(int from) {
        JsonWriter json = rewrite(from).raw('"');
        rewrite(scanner.position());
        json.raw('"');
        return true;
    }
}
