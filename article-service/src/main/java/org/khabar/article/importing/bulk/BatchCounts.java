package org.khabar.article.importing.bulk;

import org.khabar.article.article.StoredArticle;
import org.khabar.article.importing.ImportMeter;

/** How many items came to which outcome. */
record BatchCounts(long created, long revised, long unchanged, long failed) {

    static final BatchCounts NONE = new BatchCounts(0, 0, 0, 0);

    /** Of items that were committed, or failed in the end. */
    static BatchCounts of(Iterable<BatchCommit.Outcome> outcomes) {
        BatchCounts counts = NONE;
        for (BatchCommit.Outcome outcome : outcomes) {
            counts = outcome.stored() == null
                    ? counts.plusFailed()
                    : counts.plus(outcome.stored().outcome());
        }
        return counts;
    }

    /** Adds them to the numbers for operators. */
    void meter() {
        ImportMeter.count(ImportMeter.Form.BULK, StoredArticle.Outcome.CREATED, created);
        ImportMeter.count(ImportMeter.Form.BULK, StoredArticle.Outcome.REVISED, revised);
        ImportMeter.count(ImportMeter.Form.BULK, StoredArticle.Outcome.UNCHANGED, unchanged);
        ImportMeter.countRefused(ImportMeter.Form.BULK, failed);
    }

    BatchCounts plus(StoredArticle.Outcome outcome) {
        return switch (outcome) {
            case CREATED -> new BatchCounts(created + 1, revised, unchanged, failed);
            case REVISED -> new BatchCounts(created, revised + 1, unchanged, failed);
            case UNCHANGED -> new BatchCounts(created, revised, unchanged + 1, failed);
        };
    }

    BatchCounts plusFailed() {
        return new BatchCounts(created, revised, unchanged, failed + 1);
    }

    BatchCounts plus(BatchCounts other) {
        return new BatchCounts(
                created + other.created, revised + other.revised, unchanged + other.unchanged, failed + other.failed);
    }

    long all() {
        return created + revised + unchanged + failed;
    }
}
