package org.khabar.entity.wikidata;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of a dump.
 *
 * @param file the file's name in the directory of dumps
 * @param fingerprint tells whether the file is still the same
 * @param fileSize bytes of the file
 * @param position bytes of uncompressed text whose items are written
 * @param filePosition bytes of the file that were read
 * @param lines how many lines of items were read
 * @param failure why it failed
 */
record WikidataImport(
        UUID id,
        String file,
        String fingerprint,
        long fileSize,
        ItemSelection selection,
        String requestedBy,
        ImportState state,
        ImportStage stage,
        long position,
        long filePosition,
        int lines,
        int created,
        int updated,
        @Nullable String failure,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    WikidataImport {
        Objects.requireNonNull(id);
        Objects.requireNonNull(selection);
    }

    /**
     * Lines that were left out for one reason.
     *
     * @param example the first of them: an item's id, or what is wrong with the line
     */
    record Skips(SkipReason reason, int count, String example) {}

    /** Whether there is something left to do. */
    boolean isOpen() {
        return state == ImportState.WAITING || state == ImportState.RUNNING;
    }
}
