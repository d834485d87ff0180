package org.khabar.gateway.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how many bytes of the heap values take that {@link JsonReader} made. */
public final class JsonWeight {
    private static final int OBJECT = 64;
    private static final int SLOTS = 80;
    private static final int MEMBER = 52;
    private static final int ARRAY = 24;
    private static final int ITEMS = 56;
    private static final int ITEM = 6;
    private static final int STRING = 48;
    private static final int INTEGER = 16;
    private static final int LONG_NUMBER = 64;
    private static final int LATIN = 0xFF;

    private JsonWeight() {}

    /** The bytes of a value and of what is in it. */
    public static long of(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Map<?, ?> object -> object(object);
            case List<?> array -> array(array);
            case String text -> text(text);
            case Boolean _ -> 0;
            case Integer _ -> INTEGER;
            default -> LONG_NUMBER;
        };
    }

    private static long object(Map<?, ?> object) {
        long bytes = OBJECT + (object.isEmpty() ? 0 : SLOTS);
        for (Map.Entry<?, ?> member : object.entrySet()) {
            bytes += MEMBER + of(member.getKey()) + of(member.getValue());
        }
        return bytes;
    }

    private static long array(List<?> array) {
        long bytes = ARRAY + (array.isEmpty() ? 0 : ITEMS + (long) ITEM * array.size());
        for (Object item : array) {
            bytes += of(item);
        }
        return bytes;
    }

    private static long text(String text) {
        return STRING + (isWide(text) ? 2L : 1L) * text.length();
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LATIN) {
                return true;
            }
        }
        return false;
    }
}
