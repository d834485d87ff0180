package org.khabar.article.article.backlog;

import java.time.Duration;

/**
 * What part of a thread's time goes into a work beside which something else is to get on.
 *
 * @param percent from 1 to 100
 */
record BacklogShare(int percent) {

    /** @throws IllegalStateException when it is no percentage, by the name of its configuration key */
    static BacklogShare of(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalStateException("khabar.backlog.share is %d, and not from 1 to 100".formatted(percent));
        }
        return new BacklogShare(percent);
    }

    /** How long the thread rests after some work. */
    Duration pauseAfter(Duration worked) {
        return worked.multipliedBy(100L - percent).dividedBy(percent);
    }
}
