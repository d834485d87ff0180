package org.khabar.deploy.progress;

/** Text from anywhere, such as the name of a file, as a part of one line that cannot play tricks on a terminal. */
public final class OneLine {
    private OneLine() {}

    /** The text with line breaks and other control characters written out, as Java writes them in strings. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(line, character));
        return line.toString();
    }

    private static void append(StringBuilder line, int character) {
        switch (character) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (Character.isISOControl(character) || isLineBreak(character)) {
                    line.append("\\u%04x".formatted(character));
                } else {
                    line.appendCodePoint(character);
                }
            }
        }
    }

    private static boolean isLineBreak(int character) {
        int type = Character.getType(character);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
