package org.khabar.article.outlet;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outlet as the registry knows it.
 *
 * @param code short, stable name for arguments, such as {@code howiyapress}
 * @param country ISO 3166-1 alpha-2, null when it has none
 * @param zone the zone that its date lines are written in
 * @param languages BCP 47 tags of the languages it publishes in
 * @param names one display name per language
 * @param variants further spellings that bylines use
 * @param hosts host names of its pages, lower case and in ASCII, without {@code www.}
 * @param homePage http or https URL, null when it has none
 * @param logo http or https URL of an image, null when it has none
 * @param feeds where it lists its newest articles; data for whoever pulls them
 * @param version 1, and one more with each revision
 */
public record Outlet(
        UUID id,
        String code,
        @Nullable String country,
        ZoneId zone,
        List<String> languages,
        List<LocalizedName> names,
        List<String> variants,
        List<String> hosts,
        @Nullable String homePage,
        @Nullable String logo,
        List<OutletFeed> feeds,
        int version) {

    /** The outlet of pages that name none we know. */
    public static final String UNKNOWN = "unknown";

    public Outlet {
        languages = List.copyOf(languages);
        names = List.copyOf(names);
        variants = List.copyOf(variants);
        hosts = List.copyOf(hosts);
        feeds = List.copyOf(feeds);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("outlet " + code + " has no name");
        }
    }

    /**
     * The name in the first language that it has one in: the caller's list, then ar, en, fr.
     *
     * @param preferred BCP 47 tags separated by commas, or null for no preference
     */
    public LocalizedName name(@Nullable String preferred) {
        return LocalizedName.choose(names, preferred);
    }
}
