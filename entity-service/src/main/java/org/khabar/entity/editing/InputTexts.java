package org.khabar.entity.editing;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.text.SearchKey;

/** Refuses texts that cannot be kept, naming them. Outer blanks are no part of a text. */
public final class InputTexts {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}+");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int LONGEST_QUOTE = 60;

    private InputTexts() {}

    /** A text with a letter or digit, in one line. */
    static String name(String name, String text, int longest) {
        String stripped = line(name, text, longest);
        if (SearchKey.of(stripped).isEmpty()) {
            throw RequestFailure.badInput("%s has no letter or digit.".formatted(name));
        }
        return stripped;
    }

    /** A text in one line, with something in it. */
    public static String line(String name, String text, int longest) {
        String stripped = bounded(name, text.strip(), longest);
        if (stripped.isEmpty()) {
            throw RequestFailure.badInput("%s is empty.".formatted(name));
        }
        int control = indexOfControl(stripped);
        if (control >= 0) {
            throw RequestFailure.badInput(
                    "%s has a line break or another control character at %d.".formatted(name, control));
        }
        return stripped;
    }

    /** Null for one that is blank. */
    static @Nullable String optional(String name, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : bounded(name, text.strip(), longest);
    }

    public static String language(String name, String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            throw RequestFailure.badInput("%s is \"%s\", which is no BCP 47 tag.".formatted(name, shortened(tag)));
        }
        return tag.toLowerCase(Locale.ROOT);
    }

    /** A country's code, or nothing. */
    public static String country(String name, String code) {
        if (!code.isEmpty() && !COUNTRY.matcher(code).matches()) {
            throw RequestFailure.badInput(
                    "%s is \"%s\", which is no ISO 3166-1 alpha-2 code.".formatted(name, shortened(code)));
        }
        return code;
    }

    /** As much of a client's text as belongs into a message. */
    public static String shortened(String text) {
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) : text;
    }

    private static String bounded(String name, String text, int longest) {
        if (text.length() > longest) {
            throw RequestFailure.limitExceeded(
                    "%s has %d characters; the limit is %d.".formatted(name, text.length(), longest));
        }
        for (int i = 0; i < text.length(); i++) {
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
            if (text.charAt(i) == 0 || (!pair && Character.isSurrogate(text.charAt(i)))) {
                throw RequestFailure.badInput("%s has what is no character at %d.".formatted(name, i));
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    private static int indexOfControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            int type = Character.getType(text.charAt(i));
            if (type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                return i;
            }
        }
        return -1;
    }
}
