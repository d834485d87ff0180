package org.khabar.article.text;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags as BCP 47 writes them. */
public final class LanguageTag {

    private LanguageTag() {}

    /** The tag in its usual case, {@code und} for one that names no language; empty when it is malformed. */
    public static Optional<String> find(String tag) {
        try {
            return Optional.of(
                    new Locale.Builder().setLanguageTag(tag.strip()).build().toLanguageTag());
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }
}
