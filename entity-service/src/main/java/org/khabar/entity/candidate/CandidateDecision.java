package org.khabar.entity.candidate;

/** What became of a name that the catalogue lacks. */
public enum CandidateDecision {
    /** Nobody has decided. */
    OPEN,
    /** It is nobody's and nothing's name, or of no interest: it does not come back. */
    DISMISSED,
    /** It is the name of an entity now. */
    PROMOTED
}
