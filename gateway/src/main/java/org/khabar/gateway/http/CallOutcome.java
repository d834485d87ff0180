package org.khabar.gateway.http;

/** What a call tells of the subgraph's health. */
enum CallOutcome {
    /** It answered, whatever it was. */
    ANSWERED,
    /** It did not answer as a service does that is well. */
    FAILED,
    /** Nothing: nobody waited for the answer, or not long enough. */
    UNDECIDED
}
