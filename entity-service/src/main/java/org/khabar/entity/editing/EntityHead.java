package org.khabar.entity.editing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.EntityType;

/**
 * What an entity is, as long as its row is locked.
 *
 * @param version from 1, one more with each edit
 * @param hidden whether readers may not see it
 * @param mergedInto the entity that stands for it; null when it stands for itself
 */
record EntityHead(
        UUID id,
        EntityType type,
        int version,
        boolean hidden,
        @Nullable UUID mergedInto) {}
