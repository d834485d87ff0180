package org.khabar.gateway.live;

/** A client's connection that stays open. */
interface Connection {

    /** Ends it in a way that lets the client come back, here or elsewhere. Called on any thread. */
    void leave();
}
