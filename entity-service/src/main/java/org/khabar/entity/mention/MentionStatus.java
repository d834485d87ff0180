package org.khabar.entity.mention;

/** Who says that a mention is one. */
public enum MentionStatus {
    /** The linker alone. */
    AUTO,
    /** An editor agreed. Outlives re-linking. */
    CONFIRMED,
    /** An editor disagreed: no mention of that entity is made there again. Of rulings alone; there is no such mention. */
    REJECTED
}
