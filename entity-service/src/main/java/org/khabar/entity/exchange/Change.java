package org.khabar.entity.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.khabar.entity.editing.EntityChange;
import org.khabar.entity.editing.EntityRevisionKind;

/**
 * What a line makes of an entity.
 *
 * @param before nothing, when it is new
 * @param relationsDiffer whether its relations are to be written
 */
record Change(EntityRecord before, EntityRecord after, boolean isNew, boolean relationsDiffer) {

    /**
     * A step of the entity's history.
     *
     * @param changes what it changed
     */
    record Revision(EntityRevisionKind kind, List<EntityChange> changes) {

        Revision {
            changes = List.copyOf(changes);
        }
    }

    UUID id() {
        return after.id();
    }

    /** Whether the entity is what it was, but for keys. */
    boolean isNothing() {
        return !isNew && revisions().isEmpty();
    }

    Outcome.Status status() {
        if (isNew) {
            return Outcome.Status.CREATED;
        }
        return isNothing() && before.keys().equals(after.keys()) ? Outcome.Status.UNCHANGED : Outcome.Status.UPDATED;
    }

    /** What the history tells of it; nothing for new keys. */
    List<Revision> revisions() {
        List<EntityChange> changes = ContentChanges.between(before, after, relationsDiffer);
        List<Revision> revisions = new ArrayList<>();
        if (isNew || !changes.isEmpty()) {
            revisions.add(new Revision(isNew ? EntityRevisionKind.CREATED : EntityRevisionKind.REVISED, changes));
        }
        if (before.hidden() != after.hidden()) {
            revisions.add(
                    new Revision(after.hidden() ? EntityRevisionKind.HIDDEN : EntityRevisionKind.SHOWN, List.of()));
        }
        return revisions;
    }
}
