package org.khabar.article.comment;

/** Where a comment stands. Readers see approved ones, and those of their own that are pending. */
public enum CommentStatus {
    PENDING,
    APPROVED,
    REJECTED,
    WITHDRAWN
}
