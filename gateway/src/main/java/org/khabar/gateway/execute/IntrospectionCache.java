package org.khabar.gateway.execute;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what the schema says of itself, for the questions asked last. Bounded by what the answers weigh. */
final class IntrospectionCache {
    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final float LOAD_FACTOR = 0.75f;

    private final Map<String, SchemaAnswer> answers = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private long bytes;

    synchronized @Nullable SchemaAnswer find(String question) {
        return answers.get(question);
    }

    synchronized void keep(String question, SchemaAnswer answer) {
        if (answers.putIfAbsent(question, answer) == null) {
            bytes += weight(question, answer);
        }
        Iterator<Map.Entry<String, SchemaAnswer>> oldest = answers.entrySet().iterator();
        while (bytes > MAX_BYTES && oldest.hasNext()) {
            Map.Entry<String, SchemaAnswer> dropped = oldest.next();
            bytes -= weight(dropped.getKey(), dropped.getValue());
            oldest.remove();
        }
    }

    private static long weight(String question, SchemaAnswer answer) {
        return 2L * question.length() + answer.size();
    }
}
