package org.khabar.entity.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

/**
 * An entity as the sources of the catalogue give it.
 *
 * @param keys what the sources call it, the most lasting first
 * @param type what it is
 * @param names display names by language
 * @param descriptions short descriptions by language
 * @param aliases all names, the display names among them
 * @param externalIds ids elsewhere, by scheme
 * @param country ISO 3166-1 alpha-2 code of the country that it is or belongs to
 */
record CatalogueEntry(
        List<String> keys,
        EntityType type,
        Map<String, String> names,
        Map<String, String> descriptions,
        Set<AliasText> aliases,
        Map<String, String> externalIds,
        @Nullable String country) {

    CatalogueEntry {
        keys = List.copyOf(keys);
        Objects.requireNonNull(type);
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        descriptions = Collections.unmodifiableMap(new LinkedHashMap<>(descriptions));
        aliases = Collections.unmodifiableSet(new LinkedHashSet<>(aliases));
        externalIds = Map.copyOf(externalIds);
        if (keys.isEmpty() || names.isEmpty()) {
            throw new IllegalArgumentException("an entity without a key or a name: " + keys + names);
        }
    }

    /** The names as aliases that link by themselves. */
    static Set<AliasText> asAliases(Map<String, String> names) {
        Set<AliasText> aliases = new LinkedHashSet<>();
        names.forEach((language, name) -> aliases.add(new AliasText(language, AliasType.NAME, name)));
        return aliases;
    }

    CatalogueEntry withAliases(Set<AliasText> other) {
        return new CatalogueEntry(keys, type, names, descriptions, other, externalIds, country);
    }

    /** This entity with what a curated line adds; the line's names are the ones that are shown. */
    CatalogueEntry mergedWith(CatalogueEntry curated) {
        List<String> allKeys = new ArrayList<>(keys);
        allKeys.addAll(curated.keys);
        return new CatalogueEntry(
                allKeys,
                type,
                overlay(names, curated.names),
                overlay(descriptions, curated.descriptions),
                union(curated.aliases, aliases),
                overlay(externalIds, curated.externalIds),
                country == null ? curated.country : country);
    }

    private static Map<String, String> overlay(Map<String, String> below, Map<String, String> above) {
        Map<String, String> merged = new LinkedHashMap<>(below);
        merged.putAll(above);
        return merged;
    }

    private static Set<AliasText> union(Set<AliasText> first, Set<AliasText> second) {
        Set<AliasText> merged = new LinkedHashSet<>(first);
        merged.addAll(second);
        return merged;
    }
}
