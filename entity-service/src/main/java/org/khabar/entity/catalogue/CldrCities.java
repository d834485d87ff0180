package org.khabar.entity.catalogue;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.text.SearchKey;

/**
 * The exemplar cities of CLDR's time zones, where CLDR has an Arabic name for them. A zone whose exemplar is a country
 * (Asia/Qatar) or a research station is no city.
 *
 * @see <a href="https://cldr.unicode.org/translation/time-zones-and-city-names">CLDR time zones and city names</a>
 */
final class CldrCities {

    private static final List<String> LANGUAGES = List.of("ar", "en", "fr");
    private static final String STATIONS = "Antarctica/";
    private static final String NO_REGION = "001";

    private final Map<String, TimeZoneNames> namesByLanguage;
    private final Map<String, Set<String>> territoriesByLanguage;

    /** @param territories the entities whose names are not cities */
    CldrCities(List<CatalogueEntry> territories) {
        namesByLanguage = LANGUAGES.stream()
                .collect(Collectors.toMap(
                        language -> language, language -> TimeZoneNames.getInstance(ULocale.forLanguageTag(language))));
        territoriesByLanguage = LANGUAGES.stream()
                .collect(Collectors.toMap(language -> language, language -> keys(territories, language)));
    }

    /** The key of the city of a zone; zones with several ids have one key. */
    static String key(String zone) {
        return "cldr:zone/" + TimeZone.getCanonicalID(zone);
    }

    /** Cities by key. */
    Map<String, CatalogueEntry> list() {
        Map<String, CatalogueEntry> cities = new LinkedHashMap<>();
        Set<String> zones = new TreeSet<>(TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null));
        for (String zone : zones) {
            CatalogueEntry city = zone.startsWith(STATIONS) ? null : city(zone);
            if (city != null) {
                cities.put(key(zone), city);
            }
        }
        return cities;
    }

    private @Nullable CatalogueEntry city(String zone) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String name = name(language, zone);
            if (name != null && isWrittenIn(language, name) && !isTerritory(language, name)) {
                names.put(language, name);
            }
        }
        if (!names.containsKey("en") || !isWrittenInArabic(zone)) {
            return null;
        }
        return new CatalogueEntry(
                List.of(key(zone)),
                EntityType.PLACE,
                names,
                Map.of(),
                CatalogueEntry.asAliases(names),
                Map.of(),
                country(zone));
    }

    private @Nullable String name(String language, String zone) {
        return Objects.requireNonNull(namesByLanguage.get(language)).getExemplarLocationName(zone);
    }

    private boolean isWrittenInArabic(String zone) {
        String name = name("ar", zone);
        return name != null && isWrittenIn("ar", name);
    }

    /** CLDR answers with the Latin name of the zone's id where it has no Arabic one. */
    private static boolean isWrittenIn(String language, String name) {
        boolean arabic = name.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
        return arabic == language.equals("ar");
    }

    /** In English a country's name means that the zone stands for it; in Arabic الجزائر is the city's name as well. */
    private boolean isTerritory(String language, String name) {
        return territoriesByLanguage.getOrDefault(language, Set.of()).contains(SearchKey.of(name));
    }

    private static Set<String> keys(List<CatalogueEntry> territories, String language) {
        return territories.stream()
                .flatMap(territory -> territory.aliases().stream())
                .filter(alias -> alias.language().equals(language))
                .map(alias -> SearchKey.of(alias.text()))
                .collect(Collectors.toSet());
    }

    private static @Nullable String country(String zone) {
        String region = TimeZone.getRegion(zone);
        return region.equals(NO_REGION) ? null : region;
    }
}
