package org.khabar.entity.catalogue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.khabar.entity.tagging.AliasEntry;

/**
 * What became of the catalogue's names.
 *
 * @param position up to where changes were read; the next reading begins there
 * @param names the changed entities, each with all the aliases that it has now; not all if there are {@code more}
 * @param more whether more entities were changed than were asked for
 */
public record CatalogueChange(long position, Map<UUID, List<AliasEntry>> names, boolean more) {

    public CatalogueChange {
        names = Map.copyOf(names);
    }
}
