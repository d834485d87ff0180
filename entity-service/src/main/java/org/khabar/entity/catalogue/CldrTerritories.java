package org.khabar.entity.catalogue;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

/**
 * The territories of ISO 3166-1, and Kosovo, with their names in CLDR. Groupings such as 001 or EU are none.
 *
 * @see <a href="https://cldr.unicode.org/translation/displaynames/countryregion-territory-names">CLDR territory names</a>
 */
final class CldrTerritories {

    static final String SCHEME = "iso3166-1";

    /** In CLDR and in the news, but given its code by its users and not by ISO. */
    private static final String KOSOVO = "XK";

    private static final List<String> LANGUAGES = List.of("ar", "en", "fr");
    private static final Pattern NAME_WITH_OTHER = Pattern.compile("([^()]+) \\(([^()]+)\\)");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{2,3}|(?:\\p{Lu}\\.-?){2,3}");

    private CldrTerritories() {}

    static String key(String territory) {
        return "cldr:territory/" + territory;
    }

    static List<CatalogueEntry> list() {
        List<String> codes = new ArrayList<>(Arrays.asList(ULocale.getISOCountries()));
        codes.add(KOSOVO);
        return codes.stream().distinct().map(CldrTerritories::entry).toList();
    }

    private static CatalogueEntry entry(String code) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<AliasText> aliases = new LinkedHashSet<>();
        for (String language : LANGUAGES) {
            String name = name(code, language, DisplayContext.LENGTH_FULL);
            names.put(language, name);
            aliases.addAll(spellings(language, name));
            aliases.addAll(spellings(language, name(code, language, DisplayContext.LENGTH_SHORT)));
        }
        Map<String, String> ids = code.equals(KOSOVO) ? Map.of() : Map.of(SCHEME, code);
        return new CatalogueEntry(List.of(key(code)), EntityType.PLACE, names, Map.of(), aliases, ids, code);
    }

    private static String name(String code, String language, DisplayContext length) {
        return LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language), length)
                .regionDisplayName(code);
    }

    /** "Myanmar (Burma)" is two names; "UK" is initials. */
    private static Set<AliasText> spellings(String language, String name) {
        Set<AliasText> spellings = new LinkedHashSet<>();
        AliasType type = INITIALS.matcher(name).matches() ? AliasType.ACRONYM : AliasType.NAME;
        spellings.add(new AliasText(language, type, name));
        Matcher two = NAME_WITH_OTHER.matcher(name);
        if (two.matches()) {
            spellings.add(new AliasText(language, AliasType.NAME, two.group(1)));
        }
        return spellings;
    }
}
