package org.khabar.entity.review;

/** What there is to decide. */
public enum ReviewKind {
    /** Whether mentions that the linker is not sure of are of their entity. */
    MENTION,
    /** What becomes of a name that the catalogue lacks. */
    CANDIDATE
}
