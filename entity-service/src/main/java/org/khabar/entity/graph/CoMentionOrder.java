package org.khabar.entity.graph;

/** By what entities that are mentioned together are ordered. */
public enum CoMentionOrder {
    /** By how much more often they are together than chance would have it. */
    SIGNIFICANCE,
    /** By the number of articles that mention both. */
    COUNT
}
