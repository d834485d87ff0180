package org.khabar.entity.ruling;

/** What an editor decides about a stretch of an article. */
public enum DecisionKind {
    /** It is of the entity that it was linked to. */
    CONFIRMED,
    /** It is not of that entity; of whom it is, if of any, is for the linker to say. */
    REJECTED,
    /** It is of another entity. */
    REASSIGNED,
    /** The decision before is taken back. */
    UNDONE
}
