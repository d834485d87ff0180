package org.khabar.article.backfill;

/** What became of a step of a {@link Backfill}. */
public enum BackfillStep {
    /** Some was done, and there may be more. */
    MORE,
    /** Another replica is at it. */
    BUSY,
    /** There is nothing left to do, for good. */
    DONE
}
