package org.khabar.article.importing.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.StoredArticle;

/** Commits a batch with its place in the record as a whole, or not at all. */
interface BatchTransaction {

    /**
     * Stores a batch.
     *
     * @param run the record; null when none is kept
     * @param failedBefore how many failures the record has
     * @return what was stored, for each entry that is an article
     * @throws BatchWriter.RunTakenOver when the key was used again since
     */
    List<StoredArticle> write(List<Entry> batch, String author, @Nullable ImportRun run, long failedBefore);
}
