package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.json.JsonScanner;

/**
 * Where {@code data}, {@code errors} and lists of entities lie in an answer. The whole text is walked over once before any of it is used,
 * so that a broken answer leaves nothing behind.
 */
final class AnswerEnvelope {
    private static final JsonKey DATA = JsonKey.of("data");
    private static final JsonKey ERRORS = JsonKey.of("errors");
    private static final JsonKey ENTITIES = JsonKey.of("_entities");

    private final JsonScanner scanner;
    private final boolean entityFetch;
    private final List<Entities> entities = new ArrayList<>();
    private int data = -1;
    private int errors = -1;

    private AnswerEnvelope(JsonScanner scanner, boolean entityFetch) {
        this.scanner = scanner;
        this.entityFetch = entityFetch;
    }

    /**
     * A list of entities.
     *
     * @param field the response key: {@code _entities} or an alias of it
     * @param offset of the array
     * @param count how many items it has
     */
    record Entities(String field, int offset, int count) {}

    /**
     * Finds them.
     *
     * @param entityFetch whether what the data holds is lists of entities
     * @throws org.khabar.gateway.json.JsonSyntaxException when it is no JSON object, or what is not one stands
     *     for {@code data} or an entity
     */
    static AnswerEnvelope of(byte[] answer, int maxDepth, boolean entityFetch) {
        AnswerEnvelope envelope = new AnswerEnvelope(new JsonScanner(answer, maxDepth), entityFetch);
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

    /** The lists of entities, in the order of the answer. */
    List<Entities> entities() {
        return entities;
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
        if (!entityFetch) {
            if (scanner.peek() != '{') {
                throw scanner.unexpected("Expected an object");
            }
            scanner.skipValue();
            return;
        }
        scanner.expect('{');
        for (boolean more = !scanner.tryRead('}'); more; more = scanner.hasMore('}')) {
            String field = scanner.tryKey(ENTITIES) ? ENTITIES.text() : key();
            if (scanner.peek() == '[') {
                readEntities(field);
            } else {
                scanner.skipValue();
            }
        }
    }

    private String key() {
        int start = scanner.skipString();
        String key = scanner.text(start, scanner.position() - 1);
        scanner.expect(':');
        return key;
    }

    private void readEntities(String field) {
        int offset = scanner.position();
        int count = 0;
        scanner.expect('[');
        for (boolean more = !scanner.tryRead(']'); more; more = scanner.hasMore(']')) {
            if (scanner.peek() != '{' && scanner.peek() != 'n') {
                throw scanner.unexpected("Expected an object or null");
            }
            scanner.skipValue();
            count++;
        }
        entities.add(new Entities(field, offset, count));
    }
}
