package org.khabar.gateway.execute;

import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.json.JsonScanner;

/**
 * Where {@code data} and {@code errors} lie in an answer. The whole text is walked over once before any of it is used,
 * so that a broken answer leaves nothing behind.
 */
final class AnswerEnvelope {
    private static final JsonKey DATA = JsonKey.of("data");
    private static final JsonKey ERRORS = JsonKey.of("errors");
    private static final JsonKey ENTITIES = JsonKey.of("_entities");

    private final JsonScanner scanner;
    private int data = -1;
    private int errors = -1;
    private int entities = -1;
    private int entityCount;

    private AnswerEnvelope(JsonScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Finds them.
     *
     * @throws org.khabar.gateway.json.JsonSyntaxException when it is no JSON object, or what is not one stands
     *     for {@code data} or an entity
     */
    static AnswerEnvelope of(byte[] answer, int maxDepth) {
        AnswerEnvelope envelope = new AnswerEnvelope(new JsonScanner(answer, maxDepth));
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

    /** Offset of the array of {@code _entities}; negative when there is none. */
    int entities() {
        return entities;
    }

    /** How many items it has. */
    int entityCount() {
        return entityCount;
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
            if (!scanner.tryKey(ENTITIES)) {
                scanner.skipMember();
            } else if (scanner.peek() != '[') {
                scanner.skipValue();
            } else {
                readEntities();
            }
        }
    }

    private void readEntities() {
        entities = scanner.position();
        entityCount = 0;
        scanner.expect('[');
        for (boolean more = !scanner.tryRead(']'); more; more = scanner.hasMore(']')) {
            if (scanner.peek() != '{' && scanner.peek() != 'n') {
                throw scanner.unexpected("Expected an object or null");
            }
            scanner.skipValue();
            entityCount++;
        }
    }
}
