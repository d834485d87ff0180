package org.khabar.gateway.execute;

import java.util.List;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.json.JsonScanner;
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

    /** Looks at the value that was just read over, from {@code start} on and not null. */
    static LeafCheck of(JsonScanner scanner, int start, OutputField field) {
        byte first = scanner.bytes()[start];
        return switch (field.leaf()) {
            case ANY -> AS_IT_IS;
            case STRING -> fit(first == '"');
            case BOOLEAN -> fit(first == 't' || first == 'f');
            case FLOAT -> fit(isNumeric(first));
            case INT -> fit(isNumeric(first) && isInt(scanner, start));
            case ID -> first == '"' ? AS_IT_IS : isNumeric(first) && isInteger(scanner, start) ? AS_STRING : UNFIT;
            case ENUM -> first == '"' ? ofEnum(scanner, start, field.enumValues()) : UNFIT;
        };
    }

    private static LeafCheck fit(boolean fits) {
        return fits ? AS_IT_IS : UNFIT;
    }

    private static boolean isNumeric(byte first) {
        return first == '-' || first >= '0' && first <= '9';
    }

    private static boolean isInt(JsonScanner scanner, int start) {
        int length = scanner.position() - start;
        if (length < SHORT || length > LONG) {
            return length < SHORT && isInteger(scanner, start);
        }
        if (!isInteger(scanner, start)) {
            return false;
        }
        long value = Long.parseLong(scanner.text(start, scanner.position()));
        return value == (int) value;
    }

    private static boolean isInteger(JsonScanner scanner, int start) {
        for (int at = start + 1; at < scanner.position(); at++) {
            if (scanner.bytes()[at] < '0' || scanner.bytes()[at] > '9') {
                return false;
            }
        }
        return true;
    }

    private static LeafCheck ofEnum(JsonScanner scanner, int start, EnumValues values) {
        if (isAmong(values.visible(), scanner, start)) {
            return AS_IT_IS;
        }
        return isAmong(values.hidden(), scanner, start) ? HIDDEN : UNFIT;
    }

    private static boolean isAmong(List<JsonKey> values, JsonScanner scanner, int start) {
        for (JsonKey value : values) {
            if (value.matches(scanner.bytes(), start + 1, scanner.position() - 1)) {
                return true;
            }
        }
        return false;
    }
}
