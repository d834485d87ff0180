package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonScanner;
import org.khabar.gateway.json.JsonWeight;
import org.khabar.gateway.memory.MemoryShare;

/** Reads the errors of an answer. There may be only so many, each only so long: as Java values they take far more room. */
final class ErrorReader {
    private static final int MAX_BYTES = 65_536;
    private static final Map<String, @Nullable Object> TOO_LONG =
            Map.of("message", "An error that is longer than " + MAX_BYTES + " bytes");
    private static final Map<String, @Nullable Object> NO_MEMORY =
            Map.of("message", "An error that the gateway has no memory left for now");

    private final byte[] answer;
    private final int maxDepth;
    private final MemoryShare memory;

    /**
     * A reader.
     *
     * @param memory where room is taken for the errors as Java values
     */
    ErrorReader(byte[] answer, int maxDepth, MemoryShare memory) {
        this.memory = memory;
        this.answer = answer;
        this.maxDepth = maxDepth;
    }

    /**
     * The first errors.
     *
     * @param offset of the value of {@code errors}; negative when there is none
     * @param limit how many to read
     */
    List<Map<String, @Nullable Object>> read(int offset, int limit) {
        List<Map<String, @Nullable Object>> errors = new ArrayList<>();
        if (offset < 0 || answer[offset] != '[') {
            return errors;
        }
        JsonScanner scanner = new JsonScanner(answer, offset, answer.length, maxDepth);
        scanner.expect('[');
        boolean more = !scanner.tryRead(']');
        while (more && errors.size() < limit) {
            if (scanner.peek() == '{') {
                errors.add(error(scanner));
            } else {
                scanner.skipValue();
            }
            more = scanner.hasMore(']');
        }
        return errors;
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> error(JsonScanner scanner) {
        int start = scanner.position();
        scanner.skipValue();
        if (scanner.position() - start > MAX_BYTES) {
            return TOO_LONG;
        }
        Object error = JsonReader.read(scanner.from(start));
        if (!memory.tryTake(JsonWeight.of(error))) {
            return NO_MEMORY;
        }
        return error instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : TOO_LONG;
    }
}
