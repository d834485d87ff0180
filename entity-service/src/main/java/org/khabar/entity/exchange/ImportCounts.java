package org.khabar.entity.exchange;

import java.util.List;

/** How many lines came to which end. */
record ImportCounts(long created, long updated, long unchanged, long failed) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    ImportCounts plus(List<Outcome> outcomes) {
        ImportCounts counts = this;
        for (Outcome outcome : outcomes) {
            counts = counts.plus(outcome.status());
        }
        return counts;
    }

    private ImportCounts plus(Outcome.Status status) {
        return switch (status) {
            case CREATED -> new ImportCounts(created + 1, updated, unchanged, failed);
            case UPDATED -> new ImportCounts(created, updated + 1, unchanged, failed);
            case UNCHANGED -> new ImportCounts(created, updated, unchanged + 1, failed);
            case FAILED -> new ImportCounts(created, updated, unchanged, failed + 1);
        };
    }
}
