package org.khabar.entity.editing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an entity.
 *
 * @param version the version that came of it
 * @param other the other entity that it was done with
 */
record EntityRevision(
        UUID entity,
        int version,
        EntityRevisionKind kind,
        @Nullable UUID other,
        List<EntityChange> changes) {

    EntityRevision {
        changes = List.copyOf(changes);
    }
}
