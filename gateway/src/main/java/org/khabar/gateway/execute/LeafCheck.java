package org.khabar.gateway.execute;

import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.json.JsonScanner;
import org.khabar.gateway.plan.OutputSelection.OutputField;

/** Whether a leaf's value is what its type allows (GraphQL spec, result coercion), without converting anything. */
final class LeafCheck {
    /** Any integer of fewer characters has 32 bits or less; none of more has. */
    private static final int SHORT = 10;

    private static final int LONG = 11;

    private LeafCheck() {}

    /** Whether the value that was just read over, from {@code start} on and not null, fits the field. */
    static boolean fits(JsonScanner scanner, int start, OutputField field) {
        byte first = scanner.bytes()[start];
        return switch (field.leaf()) {
            case ANY -> true;
            case STRING -> first == '"';
            case BOOLEAN -> first == 't' || first == 'f';
            case FLOAT -> isNumeric(first);
            case INT -> isNumeric(first) && isInt(scanner, start);
            case ID -> first == '"' || isNumeric(first) && isInteger(scanner, start);
            case ENUM -> first == '"' && isVisible(scanner, start, field);
        };
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

    /** Values that clients may not see are as good as none. */
    private static boolean isVisible(JsonScanner scanner, int start, OutputField field) {
        for (JsonKey value : field.enumValues()) {
            if (value.matches(scanner.bytes(), start + 1, scanner.position() - 1)) {
                return true;
            }
        }
        return false;
    }
}
