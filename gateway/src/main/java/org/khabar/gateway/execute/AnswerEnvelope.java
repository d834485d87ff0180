package org.khabar.gateway.execute;

import java.util.Arrays;
import java.util.List;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.json.JsonScanner;

/**
 * Where {@code data} and {@code errors} lie in an answer. The whole text is walked over once before any of it is used,
 * so that a broken answer leaves nothing behind.
 */
final class AnswerEnvelope {
    private static final JsonKey DATA = JsonKey.of("data");
    private static final JsonKey ERRORS = JsonKey.of("errors");

    private final JsonScanner scanner;
    private int data = -1;
    private int errors = -1;
    private final List<JsonKey> fields;
    private final int[] entities;
    private final int[] counts;

    private AnswerEnvelope(JsonScanner scanner, List<JsonKey> fields) {
        this.scanner = scanner;
        this.fields = fields;
        this.entities = new int[fields.size()];
        this.counts = new int[fields.size()];
        Arrays.fill(entities, -1);
    }

    /**
     * Finds them.
     *
     * @param fields names of the fields that hold entities; none for an answer without any
     * @throws org.khabar.gateway.json.JsonSyntaxException when it is no JSON object, or what is not one stands
     *     for {@code data}
     */
    static AnswerEnvelope of(byte[] answer, int maxDepth, List<JsonKey> fields) {
        AnswerEnvelope envelope = new AnswerEnvelope(new JsonScanner(answer, maxDepth), fields);
        envelope.read();
        return envelope;
    }

    /** Offset of the value of {@code data}; negative when there is none, or null. */
    int data() {
        return data;
    }

    /** Offset of the value of {@code errors}; negative when there is none, or null. */
    int errors() {
        return errors;
    }

    /** Offset of the array of entities of one of the fields; negative when there is none. */
    int entities(int field) {
        return entities[field];
    }

    /** How many items it has; negative when some are neither objects nor null. */
    int count(int field) {
        return counts[field];
    }

    private void read() {
        scanner.expect('{');
        for (boolean more = !scanner.tryRead('}'); more; more = scanner.hasMore('}')) {
            if (scanner.tryKey(DATA)) {
                data = offset();
                readData();
            } else if (scanner.tryKey(ERRORS)) {
                errors = offset();
                scanner.skipValue();
            } else {
                scanner.skipMember();
            }
        }
        scanner.expectEnd();
    }

    private int offset() {
        return scanner.peek() == 'n' ? -1 : scanner.position();
    }

    private void readData() {
        if (scanner.tryNull()) {
            return;
        }
        scanner.expect('{');
        for (boolean more = !scanner.tryRead('}'); more; more = scanner.hasMore('}')) {
            int field = tryField();
            if (field < 0) {
                scanner.skipMember();
            } else if (scanner.peek() != '[') {
                scanner.skipValue();
            } else {
                readEntities(field);
            }
        }
    }

    private int tryField() {
        for (int i = 0; i < fields.size(); i++) {
            if (scanner.tryKey(fields.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private void readEntities(int field) {
        entities[field] = scanner.position();
        int count = 0;
        boolean isMisshapen = false;
        scanner.expect('[');
        for (boolean more = !scanner.tryRead(']'); more; more = scanner.hasMore(']')) {
            isMisshapen |= scanner.peek() != '{' && scanner.peek() != 'n';
            scanner.skipValue();
            count++;
        }
        counts[field] = isMisshapen ? -1 : count;
    }
}
