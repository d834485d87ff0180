package org.khabar.article.importing.html;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.html.PageFacts.Property;

/** The language that a page states, unless its text is clearly in another: many sites keep their theme's. */
final class StatedLanguage {

    private static final int MAX_TAG = 35;

    private StatedLanguage() {}

    /** @param guess the language of the text as it was recognised, null when it was not */
    static Optional<Stated<String>> choose(PageFacts facts, @Nullable String guess) {
        Optional<Stated<String>> stated = facts.list(Property.LANGUAGE).stream()
                .flatMap(value -> tag(value.value()).map(tag -> new Stated<>(tag, value.origin())).stream())
                .filter(value -> guess == null || isOf(value.value(), guess))
                .findFirst();
        return guess == null ? stated : Optional.of(stated.orElse(new Stated<>(guess, FieldOrigin.DETECTED)));
    }

    private static boolean isOf(String tag, String language) {
        return tag.equals(language) || tag.startsWith(language + "-");
    }

    /**
     * The language, and the script where it is named, of what pages write: "ar_MA", "fr-FR". The region is that of the
     * site's readers, and who looks for French means all of it.
     */
    private static Optional<String> tag(String text) {
        if (text.length() > MAX_TAG) {
            return Optional.empty();
        }
        String first = text.split("[,;]", -1)[0].strip().replace('_', '-');
        Locale locale = Locale.forLanguageTag(first);
        boolean known =
                locale.getLanguage().length() >= 2 && locale.getLanguage().length() <= 3;
        String script = locale.getScript().isEmpty() ? "" : "-" + locale.getScript();
        return known ? Optional.of(locale.getLanguage() + script) : Optional.empty();
    }
}
