package org.khabar.entity.mention;

/** Who says that a mention is one. */
public enum MentionStatus {
    /** The linker alone. */
    AUTO,
    /** An editor agreed. Outlives re-linking. */
    CONFIRMED,
    /** An editor disagreed: not shown, and not made again. Outlives re-linking. */
    REJECTED
}
