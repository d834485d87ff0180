package org.khabar.gateway.execute;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.plan.EnumValues;
import org.khabar.gateway.plan.OutputSelection.OutputField;

/** How a leaf's value is written, by what its type allows (GraphQL spec, result coercion). */
enum LeafCheck {
    AS_IT_IS,
    /** With quotes around it: an ID that is a number. */
    AS_STRING,
    /** As null: an enum value that subgraphs know and clients must not see. */
    HIDDEN,
    /** Not at all. */
    UNFIT;

    /** Any integer of fewer characters has 32 bits or less; none of more has. */
    private static final int SHORT = 10;

    private static final int LONG = 11;

    /** Looks at the JSON value between two offsets, which is not null. */
    static LeafCheck of(byte[] json, int start, int stop, OutputField field) {
        byte first = json[start];
        return switch (field.leaf()) {
            case ANY -> AS_IT_IS;
            case STRING -> fit(first == '"');
            case BOOLEAN -> fit(first == 't' || first == 'f');
            case FLOAT -> fit(isNumeric(first));
            case INT -> fit(isNumeric(first) && isInt(json, start, stop));
            case ID -> first == '"' ? AS_IT_IS : isNumeric(first) && isInteger(json, start, stop) ? AS_STRING : UNFIT;
            case ENUM -> first == '"' ? ofEnum(json, start, stop, field.enumValues()) : UNFIT;
        };
    }

    private static LeafCheck fit(boolean fits) {
        return fits ? AS_IT_IS : UNFIT;
    }

    private static boolean isNumeric(byte first) {
        return first == '-' || first >= '0' && first <= '9';
    }

    private static boolean isInt(byte[] json, int start, int stop) {
        int length = stop - start;
        if (length < SHORT || length > LONG) {
            return length < SHORT && isInteger(json, start, stop);
        }
        if (!isInteger(json, start, stop)) {
            return false;
        }
        long value = Long.parseLong(new String(json, start, length, StandardCharsets.US_ASCII));
        return value == (int) value;
    }

    private static boolean isInteger(byte[] json, int start, int stop) {
        for (int at = start + 1; at < stop; at++) {
            if (json[at] < '0' || json[at] > '9') {
                return false;
            }
        }
        return true;
    }

    private static LeafCheck ofEnum(byte[] json, int start, int stop, EnumValues values) {
        if (isAmong(values.visible(), json, start, stop)) {
            return AS_IT_IS;
        }
        return isAmong(values.hidden(), json, start, stop) ? HIDDEN : UNFIT;
    }

    private static boolean isAmong(List<JsonKey> values, byte[] json, int start, int stop) {
        for (JsonKey value : values) {
            if (value.matches(json, start + 1, stop - 1)) {
                return true;
            }
        }
        return false;
    }
}
