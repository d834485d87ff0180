package org.khabar.article.search;

import java.util.EnumSet;
import java.util.Set;

/**
 * How well an article answers a query: by where all its words stand, at least. Results by relevance are ordered by level,
 * then newest first. The quantised impacts of Anh and Moffat ("Pruned query evaluation using pre-computed impacts",
 * 2006) with few steps: each step has words of its own in the index, so the best are found without looking at the rest.
 */
enum Level {
    /** Somewhere, in any form. */
    ANYWHERE("", 0.1),
    /** Somewhere, as they were typed. */
    ANYWHERE_EXACT("=", 0.25),
    /** In the headline or the first paragraph, or again and again; in any form. */
    PROMINENT("+", 0.4),
    /** The same, as they were typed. */
    PROMINENT_EXACT("+=", 0.6),
    /** In the headline, in any form. */
    HEADLINE("^", 0.8),
    /** In the headline, as they were typed. */
    HEADLINE_EXACT("^=", 1.0);

    private final String prefix;
    private final double score;

    Level(String prefix, double score) {
        this.prefix = prefix;
        this.score = score;
    }

    /** What a word of this level begins with in the index; no word of a text does. */
    String prefix() {
        return prefix;
    }

    /** From 0 to 1, for people. */
    double score() {
        return score;
    }

    boolean isExact() {
        return this == HEADLINE_EXACT || this == PROMINENT_EXACT || this == ANYWHERE_EXACT;
    }

    boolean isHeadline() {
        return this == HEADLINE || this == HEADLINE_EXACT;
    }

    /** The higher levels that an article must not have to be of this one; those that imply another are left out. */
    Set<Level> above() {
        return switch (this) {
            case HEADLINE_EXACT -> EnumSet.noneOf(Level.class);
            case HEADLINE -> EnumSet.of(HEADLINE_EXACT);
            case PROMINENT_EXACT -> EnumSet.of(HEADLINE);
            case PROMINENT -> EnumSet.of(HEADLINE, PROMINENT_EXACT);
            case ANYWHERE_EXACT -> EnumSet.of(PROMINENT);
            case ANYWHERE -> EnumSet.of(PROMINENT, ANYWHERE_EXACT);
        };
    }
}
