package org.khabar.article.importing.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.Cancellation;
import org.khabar.article.article.PreparedArticle;

/**
 * One article of a stream, read and ready to be committed, or what is wrong with it.
 *
 * @param index which result it is, from 1
 * @param position of its document in the stream
 * @param lastOfDocument whether nothing of its document comes after it
 * @param line see {@link RawItem}
 * @param weight the memory that it takes, in bytes, roughly
 * @param externalId what its source calls it
 * @param article null when the item cannot be imported, or cancels an article
 * @param cancellation null unless it cancels an article
 * @param warnings codes
 * @param error null when it can
 */
record Entry(
        long index,
        long position,
        boolean lastOfDocument,
        @Nullable Long line,
        int weight,
        @Nullable String externalId,
        @Nullable PreparedArticle article,
        @Nullable Cancellation cancellation,
        List<String> warnings,
        @Nullable ItemError error) {

    /** Whether it may move an article, so that it needs a transaction of its own. */
    boolean isMove() {
        return cancellation != null || (article != null && !article.arrival().isPlain());
    }

    /** Whether it may give readers what its source kept back, which most do not: a batch with one that does is cut up. */
    boolean mayRelease() {
        return article != null && article.arrival().standing().released();
    }

    /** The same, failed in the end. */
    Entry failed(ItemError why) {
        return new Entry(index, position, lastOfDocument, line, weight, externalId, null, null, List.of(), why);
    }
}
