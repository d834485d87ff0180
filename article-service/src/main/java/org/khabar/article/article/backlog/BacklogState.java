package org.khabar.article.article.backlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits.
 *
 * @param waiting how many articles, at most {@link #MOST_COUNTED}
 * @param oldest when the first of them was written; null when none waits
 * @param failed how many of them could not be taken in so far, at most {@link #MOST_COUNTED}
 */
record BacklogState(long waiting, @Nullable Instant oldest, long failed) {

    /** More are not counted, for whoever asks for the state of health does so every few seconds. */
    static final int MOST_COUNTED = 100_000;
}
