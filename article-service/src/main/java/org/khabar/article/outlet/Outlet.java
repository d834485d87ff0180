package org.khabar.article.outlet;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
 * @param hosts host names of its pages, without {@code www.}
 */
public record Outlet(
        UUID id,
        String code,
        @Nullable String country,
        ZoneId zone,
        List<String> languages,
        List<LocalizedName> names,
        List<String> variants,
        List<String> hosts) {

    /** The outlet of pages that name none we know. */
    public static final String UNKNOWN = "unknown";

    private static final List<String> FALLBACK = List.of("ar", "en", "fr");

    public Outlet {
        languages = List.copyOf(languages);
        names = List.copyOf(names);
        variants = List.copyOf(variants);
        hosts = List.copyOf(hosts);
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
        for (String language : preferred == null ? new String[0] : preferred.split(",")) {
            LocalizedName name = nameIn(language.strip());
            if (name != null) {
                return name;
            }
        }
        for (String language : FALLBACK) {
            LocalizedName name = nameIn(language);
            if (name != null) {
                return name;
            }
        }
        return names.getFirst();
    }

    private @Nullable LocalizedName nameIn(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return names.stream()
                .filter(name -> name.language().equals(language))
                .findFirst()
                .orElse(null);
    }
}
