package org.khabar.article.article.workflow;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What made a revision. */
@Enum("RevisionMove")
@Description("What made a revision.")
public enum MoveKind {
    /** A page was imported; it says what is new and moves nothing. */
    IMPORT,
    CREATE,
    REVISE,
    SCHEDULE,
    UNSCHEDULE,
    PUBLISH,
    /** The time of an embargo came. */
    LIFT,
    CORRECT,
    WITHDRAW,
    RESTORE
}
