package org.khabar.article.article.diff;

/** How much work the comparisons of two articles may be together, in steps of {@link SequenceDiff}. Not thread-safe. */
final class Budget {

    private static final int MOST_EDITS = 1_000;

    private long steps;

    Budget(long steps) {
        this.steps = steps;
    }

    /** How many edits may be looked for between sequences of this length together. */
    int edits(int length) {
        return (int) Math.min(MOST_EDITS, steps / Math.max(1, length));
    }

    void spend(long spent) {
        steps = Math.max(0, steps - spent);
    }
}
