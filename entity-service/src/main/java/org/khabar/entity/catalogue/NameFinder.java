package org.khabar.entity.catalogue;

import java.util.List;
import java.util.Set;
import org.khabar.entity.tagging.EntityType;

/** Finds entities by what somebody has typed of a name, in any script and nearly any spelling. */
interface NameFinder {

    /**
     * The best matches, each entity once.
     *
     * @param key the search key of what was typed, with a letter or digit in it
     * @param types of these types
     * @param most at most so many
     */
    List<NameMatch> find(String key, Set<EntityType> types, int most);
}
