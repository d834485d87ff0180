package org.khabar.gateway.execute;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how many bytes an error takes in the answer. */
final class ErrorWeight {
    /** Of a number, or of quotes and separators. */
    private static final int SMALL = 8;

    private ErrorWeight() {}

    static long of(ExecutionError error) {
        return of(error.message()) + of(error.path()) + of(error.extensions());
    }

    private static long of(@Nullable Object value) {
        long weight = SMALL;
        switch (value) {
            case String text -> weight += text.length();
            case List<?> list -> {
                for (Object item : list) {
                    weight += of(item);
                }
            }
            case Map<?, ?> map -> {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    weight += of(entry.getKey()) + of(entry.getValue());
                }
            }
            case null, default -> {}
        }
        return weight;
    }
}
