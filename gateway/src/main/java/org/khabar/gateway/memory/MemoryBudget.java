package org.khabar.gateway.memory;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many bytes all requests of the process may hold at once, and those of each client, beyond what each request has for
 * free. Nobody waits: what is not there is refused. Safe for use by many threads.
 */
public final class MemoryBudget {
    private final long limit;
    private final long limitPerClient;
    private final AtomicLong inUse = new AtomicLong();
    private final HeldByClients clients;
    private final LongAdder refused = new LongAdder();
    private final LongAdder refusedToClients = new LongAdder();

    /** What became of a wish for bytes. */
    enum Outcome {
        /** They are there. */
        TAKEN,
        /** The client would hold more than it may. */
        CLIENT_FULL,
        /** All together would. */
        FULL
    }

    /**
     * A budget.
     *
     * @param limit bytes; 0 for nothing but what is free
     * @param percentPerClient how much of it one client may hold, from 1 to 100
     */
    public MemoryBudget(long limit, int percentPerClient) {
        if (limit < 0) {
            throw new IllegalArgumentException("A budget of memory is not negative: " + limit);
        }
        if (percentPerClient < 1 || percentPerClient > 100) {
            throw new IllegalArgumentException(
                    "One client may hold 1 to 100 percent of the memory, not " + percentPerClient);
        }
        this.limit = limit;
        this.limitPerClient = limit / 100 * percentPerClient + limit % 100 * percentPerClient / 100;
        this.clients = new HeldByClients(limitPerClient);
    }

    /** A budget that one client may hold all of. */
    public MemoryBudget(long limit) {
        this(limit, 100);
    }

    /** A budget that does not end. */
    public static MemoryBudget unlimited() {
        return new MemoryBudget(Long.MAX_VALUE / 2);
    }

    /**
     * The share of one request, which holds nothing yet.
     *
     * @param client who asks, by the name that the quotas know it by
     */
    public MemoryShare share(String client) {
        return MemoryShare.of(new ClientPart(this, client), MemoryShare.FREE_BYTES, MemoryShare.BLOCK_BYTES);
    }

    /**
     * The share of something that a client may have thousands of, for as long as it likes.
     *
     * @param client whose it is
     * @param free what each has for free, so that it can always go on
     */
    public MemoryShare lasting(String client, int free) {
        return MemoryShare.of(new ClientPart(this, client), free, MemoryShare.SMALL_BLOCK_BYTES);
    }

    Outcome take(String client, long bytes) {
        if (!clients.tryAdd(client, bytes)) {
            refused.increment();
            refusedToClients.increment();
            return Outcome.CLIENT_FULL;
        }
        if (!tryTake(bytes)) {
            clients.subtract(client, bytes);
            refused.increment();
            return Outcome.FULL;
        }
        return Outcome.TAKEN;
    }

    private boolean tryTake(long bytes) {
        long before = inUse.get();
        while (bytes <= limit - before) {
            if (inUse.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = inUse.get();
        }
        return false;
    }

    void giveBack(String client, long bytes) {
        if (bytes != 0) {
            inUse.addAndGet(-bytes);
            clients.subtract(client, bytes);
        }
    }

    /** Bytes that there are. */
    public long limit() {
        return limit;
    }

    /** Bytes that one client may hold. */
    public long limitPerClient() {
        return limitPerClient;
    }

    /** Bytes that are taken now. */
    public long inUse() {
        return inUse.get();
    }

    /** Bytes that a client has taken now. */
    public long heldBy(String client) {
        return clients.of(client);
    }

    /** How many clients have taken any. */
    public int clients() {
        return clients.size();
    }

    /** How often bytes were refused so far. */
    public long refused() {
        return refused.sum();
    }

    /** How often of these it was because a client held what it may. */
    public long refusedToClients() {
        return refusedToClients.sum();
    }
}
