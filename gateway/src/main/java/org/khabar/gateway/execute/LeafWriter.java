package org.khabar.gateway.execute;

import java.util.List;
import org.khabar.gateway.execute.ResponseWriter.Outcome;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.json.JsonScanner;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.plan.OutputSelection.OutputField;
import org.khabar.gateway.supergraph.TypeRef;

/** Writes scalars and enums, and lists of them: as they came, unless a null or an enum has to be looked at. */
final class LeafWriter {
    private final Answers answers;
    private final JsonWriter json;
    private final int maxDepth;
    private final ResponsePath path;
    private final ErrorCollector errors;

    LeafWriter(Answers answers, JsonWriter json, int maxDepth, ResponsePath path, ErrorCollector errors) {
        this.answers = answers;
        this.json = json;
        this.maxDepth = maxDepth;
        this.path = path;
        this.errors = errors;
    }

    Outcome write(long slice, OutputField field) {
        if (slice == Slices.ABSENT || slice == Slices.NULL) {
            return Outcome.NULL;
        }
        boolean isList = field.type().isList();
        if (field.enumValues().isEmpty() && !(isList && Slices.hasNull(slice))) {
            answers.write(slice, json);
            return Outcome.WRITTEN;
        }
        return complete(answers.scan(slice, maxDepth), field.type(), field);
    }

    private Outcome complete(JsonScanner scanner, TypeRef type, OutputField field) {
        if (scanner.tryNull()) {
            return Outcome.NULL;
        }
        if (type.unwrapNonNull() instanceof TypeRef.ListOf(TypeRef item) && scanner.peek() == '[') {
            return list(scanner, item, field);
        }
        scanner.peek();
        int start = scanner.position();
        scanner.skipValue();
        if (!isVisible(scanner, start, field.enumValues())) {
            return Outcome.NULL;
        }
        json.raw(scanner.bytes(), start, scanner.position() - start);
        return Outcome.WRITTEN;
    }

    /** Enum values that only some subgraphs know are hidden from clients. */
    private static boolean isVisible(JsonScanner scanner, int start, List<JsonKey> enumValues) {
        return enumValues.isEmpty()
                || enumValues.stream()
                        .anyMatch(value -> value.matches(scanner.bytes(), start + 1, scanner.position() - 1));
    }

    private Outcome list(JsonScanner scanner, TypeRef itemType, OutputField field) {
        int start = json.size();
        scanner.expect('[');
        json.raw('[');
        for (int i = 0; !scanner.tryRead(']'); i++) {
            if (i > 0) {
                json.raw(',');
            }
            path.push(i);
            boolean stays = item(scanner, itemType, field);
            path.pop();
            if (!stays) {
                json.truncate(start);
                return Outcome.BUBBLED;
            }
            scanner.tryRead(',');
        }
        json.raw(']');
        return Outcome.WRITTEN;
    }

    private boolean item(JsonScanner scanner, TypeRef type, OutputField field) {
        Outcome outcome = complete(scanner, type, field);
        if (outcome == Outcome.WRITTEN) {
            return true;
        }
        if (outcome == Outcome.NULL && type.isNonNull()) {
            errors.nullAt(path, field.coordinate());
        }
        if (!type.isNonNull()) {
            json.raw("null");
        }
        return !type.isNonNull();
    }
}
