package org.khabar.gateway.execute;

import org.khabar.gateway.execute.ResponseWriter.Outcome;
import org.khabar.gateway.json.JsonScanner;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.LeafForm;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.supergraph.TypeRef;

/** Writes scalars and enums, and lists of them: as they came, after a look whether they are what the field's type says. */
final class LeafWriter {
    private final Answers answers;
    private final JsonWriter json;
    private final int maxDepth;
    private final ResponsePath path;
    private final ErrorCollector errors;
    private final WritingBounds bounds;

    LeafWriter(
            Answers answers,
            JsonWriter json,
            int maxDepth,
            ResponsePath path,
            ErrorCollector errors,
            WritingBounds bounds) {
        this.answers = answers;
        this.json = json;
        this.maxDepth = maxDepth;
        this.path = path;
        this.errors = errors;
        this.bounds = bounds;
    }

    Outcome write(long slice, OutputField field) {
        if (slice == Slices.ABSENT || slice == Slices.NULL) {
            return Outcome.NULL;
        }
        if (field.leaf() == LeafForm.ANY && !field.type().isList()) {
            answers.write(slice, json);
            return Outcome.WRITTEN;
        }
        bounds.look(Slices.length(slice));
        if (field.type().isList()) {
            return complete(answers.scan(slice, maxDepth), field.type(), field);
        }
        int start = Slices.start(slice);
        return single(answers.bytes(slice), start, start + Slices.length(slice), field);
    }

    private Outcome complete(JsonScanner scanner, TypeRef type, OutputField field) {
        if (scanner.tryNull()) {
            return Outcome.NULL;
        }
        if (type.unwrapNonNull() instanceof TypeRef.ListOf(TypeRef item)) {
            return list(scanner, item, field);
        }
        scanner.peek();
        int start = scanner.position();
        scanner.skipValue();
        return single(scanner.bytes(), start, scanner.position(), field);
    }

    /** The value between two offsets, which is not null. */
    private Outcome single(byte[] answer, int start, int stop, OutputField field) {
        return switch (LeafCheck.of(answer, start, stop, field)) {
            case AS_IT_IS -> {
                json.raw(answer, start, stop - start);
                yield Outcome.WRITTEN;
            }
            case AS_STRING -> {
                json.raw('"').raw(answer, start, stop - start).raw('"');
                yield Outcome.WRITTEN;
            }
            case HIDDEN -> Outcome.NULL;
            case UNFIT -> unfit(field);
        };
    }

    private Outcome unfit(OutputField field) {
        errors.unfitAt(path, field);
        return Outcome.BUBBLED;
    }

    private Outcome list(JsonScanner scanner, TypeRef itemType, OutputField field) {
        if (scanner.peek() != '[') {
            scanner.skipValue();
            return unfit(field);
        }
        int start = json.size();
        scanner.expect('[');
        json.raw('[');
        boolean more = !scanner.tryRead(']');
        for (int i = 0; more; i++) {
            if (i > 0) {
                json.raw(',');
            }
            path.push(i);
            boolean stays = item(scanner, itemType, field);
            path.pop();
            more = scanner.hasMore(']');
            if (!stays) {
                skipRest(scanner, more);
                json.truncate(start);
                return Outcome.BUBBLED;
            }
        }
        json.raw(']');
        return Outcome.WRITTEN;
    }

    private static void skipRest(JsonScanner scanner, boolean hasMore) {
        for (boolean more = hasMore; more; more = scanner.hasMore(']')) {
            scanner.skipValue();
        }
    }

    private boolean item(JsonScanner scanner, TypeRef type, OutputField field) {
        Outcome outcome = complete(scanner, type, field);
        if (outcome == Outcome.WRITTEN) {
            return true;
        }
        if (outcome == Outcome.NULL && type.isNonNull()) {
            errors.nullAt(path, field);
        }
        if (!type.isNonNull()) {
            json.raw("null");
        }
        return !type.isNonNull();
    }
}
