package org.khabar.entity.editing;

import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.relation.Relation;

/** What an editor wants to be different in an entity; null where it is to stay. */
record EntityEdit(
        @Nullable String country,
        @Nullable SortedMap<String, String> names,
        @Nullable SortedMap<String, String> descriptions,
        @Nullable SortedSet<Alias> aliases,
        @Nullable SortedSet<ExternalId> externalIds,
        @Nullable SortedSet<Relation> relations) {

    EntityContent applyTo(EntityContent before) {
        return new EntityContent(
                country == null ? before.country() : country,
                names == null ? before.names() : names,
                descriptions == null ? before.descriptions() : descriptions,
                aliases == null ? before.aliases() : aliases,
                externalIds == null ? before.externalIds() : externalIds,
                relations == null ? before.relations() : relations);
    }
}
