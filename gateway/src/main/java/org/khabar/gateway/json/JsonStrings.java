package org.khabar.gateway.json;

/** Unescapes string contents. */
final class JsonStrings {
    private JsonStrings() {}

    /** The string whose contents lie between two offsets, without its quotes. */
    static String decode(JsonScanner scanner, int start, int stop) {
        String raw = scanner.text(start, stop);
        int escape = raw.indexOf('\\');
        return escape < 0 ? raw : unescape(scanner, raw, escape);
    }

    private static String unescape(JsonScanner scanner, String raw, int firstEscape) {
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
                text.append(codeUnit(scanner, raw, at));
                at += 4;
            } else {
                text.append(simple(scanner, escaped));
            }
        }
        return text.toString();
    }

    private static char simple(JsonScanner scanner, char escaped) {
        return switch (escaped) {
            case '"', '\\', '/' -> escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw scanner.unexpected("Unknown escape \\" + escaped);
        };
    }

    private static char codeUnit(JsonScanner scanner, String raw, int at) {
        if (at + 4 > raw.length()) {
            throw scanner.unexpected("Short \\u escape");
        }
        int value = 0;
        for (char digit : raw.substring(at, at + 4).toCharArray()) {
            int hex = Character.digit(digit, 16);
            if (hex < 0 || digit > 'f') {
                throw scanner.unexpected("Bad \\u escape");
            }
            value = value * 16 + hex;
        }
        return (char) value;
    }
}
