package org.khabar.gateway.http;

/** Is told how the gateway lives with subgraphs that fail. Must not block. */
public interface FailureObserver {

    /** A fetch is sent a second time. */
    void repeated(String subgraph);

    /** A fetch is not sent, for its subgraph is left alone. */
    void spared(String subgraph);

    /** Whether a subgraph is asked has changed, or is settled for the first time. */
    void changed(String subgraph, CircuitState state);
}
