package org.khabar.gateway.live;

import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.quota.QuotaException;

/**
 * What a client sends over one WebSocket beside operations: some of it is free for a while, more of it are requests of
 * the client's quota. Used on the connection's event loop.
 */
final class Chatter {
    static final String TOO_MUCH = "You send too much beside operations";

    private final OperationGate gate;
    private final int free;
    private String client;
    private int left;

    /**
     * Counts what a client sends.
     *
     * @param client whom it counts for
     * @param free how much is free until it is renewed
     */
    Chatter(OperationGate gate, String client, int free) {
        this.gate = gate;
        this.client = client;
        this.free = free;
        this.left = free;
    }

    /** From now on it counts for somebody else. */
    void name(String known) {
        client = known;
    }

    /** As much as at first is free again. */
    void renew() {
        left = free;
    }

    /** Counts a message or a frame; false when there are too many. */
    boolean tryTake() {
        if (left > 0) {
            left--;
            return true;
        }
        try {
            gate.count(client);
            return true;
        } catch (QuotaException _) {
            return false;
        }
    }
}
