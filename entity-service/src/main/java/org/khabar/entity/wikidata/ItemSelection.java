package org.khabar.entity.wikidata;

import java.util.List;
import java.util.Set;
import org.khabar.entity.tagging.EntityType;

/**
 * Which items are wanted.
 *
 * @param types what they must be one of
 * @param languages in one of which they must have a name, and whose texts are taken
 * @param leastSitelinks how many pages must be about them at least
 */
record ItemSelection(Set<EntityType> types, List<String> languages, int leastSitelinks) {

    ItemSelection {
        types = Set.copyOf(types);
        languages = List.copyOf(languages);
    }
}
