package org.khabar.article.article.diff;

/** What became of a block. A block that was moved was removed in one place and added in another. */
public enum BlockChangeType {
    ADDED,
    REMOVED,
    CHANGED
}
