package org.khabar.gateway.http;

/** Whether a subgraph is asked. */
public enum CircuitState {
    /** It is. */
    CLOSED,
    /** A few fetches find out whether it is well again; others are not sent. */
    HALF_OPEN,
    /** It is not. */
    OPEN
}
