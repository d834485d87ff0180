package org.khabar.entity.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

/**
 * One line of a curated file.
 *
 * @param key unique over all files
 * @param type what it is
 * @param names display names by language, ar and en at least
 * @param description short descriptions by language
 * @param country ISO 3166-1 alpha-2 code
 * @param territory ISO 3166-1 alpha-2 code of CLDR's territory that this line adds to
 * @param zone IANA time zone whose exemplar city this line adds to
 * @param externalIds ids elsewhere, by scheme
 * @param aliases further names, by language and type
 * @param generic those of the aliases that other things are called by too: they need support in the article
 * @param impliedBy codes of countries that support them besides the entity's own
 * @param shared aliases that another line has too, each with the reason
 */
@JsonIgnoreProperties(ignoreUnknown = false)
record CuratedLine(
        String key,
        EntityType type,
        Map<String, String> names,
        Map<String, String> description,
        @Nullable String country,
        @Nullable String territory,
        @Nullable String zone,
        Map<String, String> externalIds,
        Map<String, Map<AliasType, List<String>>> aliases,
        Set<String> generic,
        Set<String> impliedBy,
        Map<String, String> shared) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

    CuratedLine {
        // JSON may leave out any of them.
        if (key == null || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("the key \"" + key + "\" is not in kebab case");
        }
        if (type == null) {
            throw new IllegalArgumentException(key + " has no type");
        }
        if (names == null || !names.containsKey("ar") || !names.containsKey("en")) {
            throw new IllegalArgumentException(key + " has no name in ar or in en");
        }
        if (territory != null && zone != null) {
            throw new IllegalArgumentException(key + " has both a territory and a zone");
        }
        description = description == null ? Map.of() : description;
        externalIds = externalIds == null ? Map.of() : externalIds;
        aliases = aliases == null ? Map.of() : aliases;
        generic = generic == null ? Set.of() : generic;
        impliedBy = impliedBy == null ? Set.of() : impliedBy;
        shared = shared == null ? Map.of() : shared;
        if (!generic.isEmpty() && impliedBy.isEmpty() && territory == null && country == null) {
            throw new IllegalArgumentException(key + " has generic aliases that no country supports");
        }
    }

    CatalogueEntry toEntry() {
        Set<AliasText> texts = CatalogueEntry.asAliases(names);
        aliases.forEach((language, byType) -> byType.forEach((aliasType, list) ->
                list.forEach(text -> texts.add(new AliasText(language, aliasType, text, support(text))))));
        return new CatalogueEntry(List.of("curated:" + key), type, names, description, texts, externalIds, home());
    }

    private Set<String> support(String alias) {
        if (!generic.contains(alias)) {
            return Set.of();
        }
        Set<String> countries = new HashSet<>(impliedBy);
        String home = home();
        if (home != null) {
            countries.add(home);
        }
        return countries;
    }

    private @Nullable String home() {
        return territory != null ? territory : country;
    }
}
