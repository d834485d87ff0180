package org.khabar.entity.wikidata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

/**
 * An item as the catalogue takes it.
 *
 * @param item its id, such as Q1028
 * @param type what it is
 * @param country ISO 3166-1 alpha-2 code of the country that it is or belongs to
 * @param names display names by language
 * @param descriptions short descriptions by language
 * @param aliases all names, the display names among them
 * @param dates dates as precise as they are known
 * @param relations how it stands to other items
 */
record ImportedEntity(
        String item,
        EntityType type,
        @Nullable String country,
        Map<String, String> names,
        Map<String, String> descriptions,
        Set<Alias> aliases,
        Map<DateProperty, String> dates,
        List<ImportedRelation> relations) {

    ImportedEntity {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        descriptions = Map.copyOf(descriptions);
        aliases = Collections.unmodifiableSet(new LinkedHashSet<>(aliases));
        dates = Map.copyOf(dates);
        relations = List.copyOf(relations);
    }

    /** A name of a kind. */
    record Alias(String language, AliasType type, String text) {}

    /** What happened at a date. */
    enum DateProperty {
        BIRTH,
        DEATH,
        FOUNDATION
    }
}
