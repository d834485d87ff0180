package org.khabar.entity.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line.
 *
 * @param id of the entity here; null when it failed
 * @param version of the entity now
 * @param waitingRelations how many of its relations wait for another entity that is not there yet
 * @param error why it failed; null when it did not
 */
record Outcome(
        Entry entry,
        Status status,
        @Nullable UUID id,
        @Nullable Integer version,
        int waitingRelations,
        @Nullable ItemError error) {

    /** In the words of result lines, in lower case. */
    enum Status {
        CREATED,
        UPDATED,
        UNCHANGED,
        FAILED
    }

    static Outcome of(Entry entry, Status status, UUID id, int version) {
        return new Outcome(entry, status, id, version, 0, null);
    }

    Outcome withWaiting(int relations) {
        return new Outcome(entry, status, id, version, relations, error);
    }

    static Outcome failed(Entry entry, ItemError why) {
        return new Outcome(entry, Status.FAILED, null, null, 0, why);
    }
}
