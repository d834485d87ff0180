package org.khabar.entity.linking;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an article besides its text.
 *
 * @param outletCountry ISO 3166-1 alpha-2 code of the country that its outlet is of; null when unknown
 * @param headline whether the first passage is a headline: a short form there may mean whom the text names in full
 * @param demonyms whether adjectives of nationality are links to their countries
 */
public record LinkingContext(@Nullable String outletCountry, boolean headline, boolean demonyms) {

    /** A text of which nothing is known. */
    public static final LinkingContext UNKNOWN = new LinkingContext(null, false, false);

    /** An article of an outlet of that country, its headline first. */
    public static LinkingContext ofArticle(@Nullable String outletCountry) {
        return new LinkingContext(outletCountry, true, false);
    }
}
