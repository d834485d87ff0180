package org.khabar.gateway.live;

import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.quota.QuotaException;

/**
 * What a client sends over one WebSocket beside operations: some of it is free for a while, more of it are requests of
 * the client's quota. And operations that are refused again and again, for they are read to be refused, and nothing is
 * taken out of a quota that is used up. Used on the connection's event loop.
 */
final class Chatter {
    static final String TOO_MUCH = "You send too much beside operations";
    static final String NOT_NOW = "You ask too often";

    private final OperationGate gate;
    private final int free;
    private String client;
    private int left;
    private final int maxRefusals;
    private int refusals;

    /**
     * Counts what a client sends.
     *
     * @param client whom it counts for
     * @param free how much is free until it is renewed
     * @param maxRefusals how many operations may be refused one after the other
     */
    Chatter(OperationGate gate, String client, int free, int maxRefusals) {
        this.gate = gate;
        this.client = client;
        this.free = free;
        this.left = free;
        this.maxRefusals = maxRefusals;
    }

    /** From now on it counts for somebody else. */
    void name(String known) {
        client = known;
    }

    /** As much as at first is free again. */
    void renew() {
        left = free;
    }

    /** An operation was let in. */
    void admitted() {
        refusals = 0;
    }

    /** Counts an operation that was turned away for now; false when there are too many in a row. */
    boolean tryRefuse() {
        return ++refusals < maxRefusals;
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
