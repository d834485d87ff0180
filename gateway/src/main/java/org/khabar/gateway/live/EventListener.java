package org.khabar.gateway.live;

import org.khabar.gateway.execute.ExecutionError;

/** Hears what comes of a subgraph's event stream, on the event loop of the client's connection. */
interface EventListener {

    /** An event came: a GraphQL response. */
    void event(byte[] response);

    /** There will be no more events. */
    void completed();

    /** There will be no more events, though there should be. */
    void failed(ExecutionError why);
}
