package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.json.JsonScanner;
import org.khabar.gateway.plan.AnswerShape;
import org.khabar.gateway.plan.AnswerShape.Entry;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/**
 * Reads the data of one answer, which an {@link AnswerEnvelope} has walked over before, into the tree. What does not
 * have the shape that was asked for is marked, so that only its place is at fault. Fields come in the order of the request most of the time, so that each
 * key is first compared with the one expected next.
 */
final class AnswerParser {
    /** More are not remembered, for each name is looked for among them. */
    private static final int MAX_TYPE_NAMES = 64;

    /** How many fields a key is compared with before it is looked up. */
    private static final int NEAR = 32;

    private final JsonScanner scanner;
    private final int answer;
    private final FetchNode fetch;
    private final TreeRoom room;
    private final List<JsonKey> typeNames = new ArrayList<>();
    /** Where a key stands among the fields of shapes that have very many. */
    private final Map<AnswerShape, Map<String, Integer>> indexes = new IdentityHashMap<>(0);

    /**
     * A parser at the first byte of what {@code scanner} has next, of a fetch's answer with that number.
     *
     * @param room for what is read
     */
    AnswerParser(JsonScanner scanner, int answer, FetchNode fetch, TreeRoom room) {
        this.scanner = scanner;
        this.answer = answer;
        this.fetch = fetch;
        this.room = room;
    }

    /**
     * Reads an object or null into the first target, which the others then share, or into each when what is below has
     * to be kept apart. What is not null there stays.
     *
     * @throws TreeFullException when there is no room for it; a part of it is in the tree then
     */
    void object(List<DataObject> targets) {
        int start = scanner.position();
        DataObject first = targets.getFirst();
        object(first);
        for (DataObject other : targets.subList(1, targets.size())) {
            if (fetch.separate()) {
                room.work(scanner.position() - start);
                new AnswerParser(scanner.from(start), answer, fetch, room).object(other);
            } else {
                other.shareFrom(first, room);
            }
        }
    }

    private void object(DataObject target) {
        if (!scanner.tryNull()) {
            fields(fetch.answer(), target);
        }
    }

    /** Reads an array of entities, as many as there are targets, each for its own. */
    void entities(List<List<DataObject>> targets) {
        scanner.expect('[');
        for (List<DataObject> objects : targets) {
            object(objects);
            scanner.hasMore(']');
        }
    }

    private void fields(AnswerShape shape, DataObject target) {
        scanner.expect('{');
        List<Entry> entries = shape.entries();
        int expected = 0;
        for (boolean more = !scanner.tryRead('}'); more; more = scanner.hasMore('}')) {
            int found = expected < entries.size()
                            && scanner.tryKey(entries.get(expected).key())
                    ? expected
                    : findKey(shape, expected);
            if (found < 0) {
                scanner.skipValue();
            } else {
                value(entries.get(found), target);
                expected = found + 1;
            }
        }
    }

    private int findKey(AnswerShape shape, int expected) {
        int start = scanner.skipString();
        int found = find(shape, expected, start, scanner.position() - 1);
        scanner.expect(':');
        return found;
    }

    private int find(AnswerShape shape, int expected, int start, int stop) {
        List<Entry> entries = shape.entries();
        int count = entries.size();
        for (int i = 0; i < Math.min(count, NEAR); i++) {
            int candidate = expected + i < count ? expected + i : expected + i - count;
            if (entries.get(candidate).key().matches(scanner.bytes(), start, stop)) {
                return candidate;
            }
        }
        return count <= NEAR ? -1 : index(shape).getOrDefault(scanner.text(start, stop), -1);
    }

    private Map<String, Integer> index(AnswerShape shape) {
        return indexes.computeIfAbsent(shape, _ -> {
            Map<String, Integer> index = new HashMap<>();
            for (int i = 0; i < shape.entries().size(); i++) {
                index.putIfAbsent(shape.entries().get(i).key().text(), i);
            }
            return index;
        });
    }

    private void value(Entry entry, DataObject target) {
        AnswerShape shape = entry.shape();
        if (shape != null) {
            target.children[entry.index()] = composite(shape, target.children[entry.index()]);
        } else if (entry.index() >= 0) {
            target.leaves[entry.index()] = leaf();
        } else {
            target.type = typeName();
        }
    }

    private long leaf() {
        if (scanner.tryNull()) {
            return Slices.NULL;
        }
        int start = scanner.position();
        scanner.passValue();
        return Slices.of(answer, start, scanner.position() - start);
    }

    private @Nullable String typeName() {
        if (scanner.peek() != '"') {
            scanner.skipValue();
            return null;
        }
        int start = scanner.skipString();
        int stop = scanner.position() - 1;
        for (JsonKey known : typeNames) {
            if (known.matches(scanner.bytes(), start, stop)) {
                return known.text();
            }
        }
        JsonKey name = JsonKey.of(scanner.text(start, stop));
        if (typeNames.size() < MAX_TYPE_NAMES) {
            typeNames.add(name);
        }
        return name.text();
    }

    private Object composite(AnswerShape shape, @Nullable Object present) {
        return switch (scanner.peek()) {
            case '{' -> {
                DataObject target = present instanceof DataObject object ? object : room.object(shape.layout());
                fields(shape, target);
                yield target;
            }
            case '[' -> list(shape, present instanceof DataList list ? list : room.list());
            default -> {
                Object nothing = scanner.peek() == 'n' ? DataObject.NULL : DataObject.MISSHAPEN;
                scanner.skipValue();
                yield present == null ? nothing : present;
            }
        };
    }

    private DataList list(AnswerShape shape, DataList target) {
        scanner.expect('[');
        boolean more = !scanner.tryRead(']');
        for (int i = 0; more; i++) {
            room.item(target, i);
            target.set(i, composite(shape, target.get(i)));
            more = scanner.hasMore(']');
        }
        return target;
    }
}
