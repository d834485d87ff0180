package org.khabar.entity.editing;

/** What was done to an entity. */
public enum EntityRevisionKind {
    /** An editor added it to the catalogue. */
    CREATED,
    /** What it says of itself was changed. */
    REVISED,
    /** Another one was merged into it. */
    TOOK_IN,
    /** It was merged into another one. */
    MERGED_AWAY,
    /** A part of it became another one. */
    SPLIT,
    /** It was a part of another one. */
    SPLIT_OFF,
    /** It was hidden from readers. */
    HIDDEN,
    /** It was shown to readers again. */
    SHOWN
}
