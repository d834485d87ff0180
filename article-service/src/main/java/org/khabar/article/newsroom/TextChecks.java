package org.khabar.article.newsroom;

import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.StorableText;

/** Refuses texts that cannot be kept, naming them. */
final class TextChecks {

    private TextChecks() {}

    /** @throws RequestFailure when it has nothing to read, is too long or no text that can be kept */
    static String required(String name, String text, int longest) {
        if (text.isBlank()) {
            throw RequestFailure.badInput("%s is empty.".formatted(name));
        }
        return bounded(name, text, longest);
    }

    /** Null for one that is blank. */
    static @Nullable String optional(String name, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : bounded(name, text, longest);
    }

    static String bounded(String name, String text, int longest) {
        if (text.length() > longest) {
            throw RequestFailure.limitExceeded(
                    "%s has %d characters; the limit is %d.".formatted(name, text.length(), longest));
        }
        return storable(name, text);
    }

    static String storable(String name, String text) {
        if (text.indexOf('\0') >= 0) {
            throw RequestFailure.badInput("%s has the character U+0000 at %d.".formatted(name, text.indexOf('\0')));
        }
        int half = StorableText.indexOfLoneSurrogate(text);
        if (half >= 0) {
            throw RequestFailure.badInput("%s has half of a character at %d.".formatted(name, half));
        }
        return text;
    }
}
