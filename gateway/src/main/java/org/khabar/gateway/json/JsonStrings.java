package org.khabar.gateway.json;

/** The escapes of RFC 8259, section 7. */
final class JsonStrings {
    private JsonStrings() {}

    /**
     * Where the escape ends that starts at an offset.
     *
     * @return the offset after it; negative when it is none
     */
    static int endOfEscape(byte[] bytes, int start, int end) {
        int after = start + 2;
        if (after > end) {
            return -1;
        }
        return switch (bytes[start + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> after;
            case 'u' -> after + 4 <= end && areHex(bytes, after) ? after + 4 : -1;
            default -> -1;
        };
    }

    private static boolean areHex(byte[] bytes, int start) {
        for (int at = start; at < start + 4; at++) {
            byte digit = bytes[at];
            byte letter = (byte) (digit | 0x20);
            if (!(digit >= '0' && digit <= '9') && !(letter >= 'a' && letter <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The string whose contents, which were read over before, lie between two offsets, without its quotes. */
    static String decode(JsonScanner scanner, int start, int stop) {
        String raw = scanner.text(start, stop);
        int escape = raw.indexOf('\\');
        return escape < 0 ? raw : unescape(raw, escape);
    }

    private static String unescape(String raw, int firstEscape) {
        StringBuilder text = new StringBuilder(raw.length()).append(raw, 0, firstEscape);
        int at = firstEscape;
        while (at < raw.length()) {
            char next = raw.charAt(at++);
            if (next != '\\') {
                text.append(next);
                continue;
            }
            char escaped = raw.charAt(at++);
            if (escaped == 'u') {
                text.append((char) Integer.parseInt(raw, at, at + 4, 16));
                at += 4;
            } else {
                text.append(simple(escaped));
            }
        }
        return text.toString();
    }

    private static char simple(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escaped;
        };
    }
}
