package org.khabar.article.importing.bulk;

import org.khabar.article.article.StoredArticle;

/** How many items came to which outcome. */
record BatchCounts(long created, long revised, long unchanged, long failed) {

    static final BatchCounts NONE = new BatchCounts(0, 0, 0, 0);

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
