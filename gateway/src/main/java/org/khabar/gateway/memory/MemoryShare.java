package org.khabar.gateway.memory;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one request, or a part of what it does, holds of the {@link MemoryBudget}. The first bytes of a request are free;
 * beyond, whole blocks are taken, so that the budget itself, which all share, is seldom touched. Once it is closed
 * nothing is held and nothing can be taken, however late who takes. Safe for use by many threads.
 */
public final class MemoryShare implements MemorySource {
    /** What a request has for free. */
    public static final int FREE_BYTES = 1 << 16;

    /** What something has for free that a client may have thousands of. */
    public static final int LASTING_FREE_BYTES = 1 << 14;

    static final int BLOCK_BYTES = 1 << 16;

    /** What is taken at once for what there may be thousands of. */
    static final int SMALL_BLOCK_BYTES = 1 << 14;

    private static final long CLOSED = -1;

    private final ClientPart client;
    private final MemorySource source;
    private final long free;
    private final long block;
    /** What is taken of the source is a function of it: taken before this grows, given back after it shrank. */
    private final AtomicLong held = new AtomicLong();

    private MemoryShare(ClientPart client, MemorySource source, long free, long block) {
        this.client = client;
        this.source = source;
        this.free = free;
        this.block = block;
    }

    static MemoryShare of(ClientPart client, long free, long block) {
        return new MemoryShare(client, client, free, block);
    }

    /** A share of its own, which can be had without end. */
    public static MemoryShare unlimited() {
        return MemoryBudget.unlimited().share("");
    }

    /** A new share of the same client, which has as much for free as a request; what it holds, this one does not. */
    public MemoryShare sibling() {
        return of(client, FREE_BYTES, BLOCK_BYTES);
    }

    /** A part that can be given back by itself; what it holds, this one holds. */
    public MemoryShare part() {
        return new MemoryShare(client, this, 0, 1);
    }

    @Override
    public boolean tryTake(long bytes) {
        long before = held.get();
        while (before != CLOSED) {
            long more = taken(before + bytes) - taken(before);
            if (more > 0 && !source.tryTake(more)) {
                return false;
            }
            if (held.compareAndSet(before, before + bytes)) {
                return true;
            }
            source.giveBack(more);
            before = held.get();
        }
        return false;
    }

    @Override
    public void giveBack(long bytes) {
        long before = held.get();
        while (before != CLOSED) {
            long after = Math.max(0, before - bytes);
            if (held.compareAndSet(before, after)) {
                source.giveBack(taken(before) - taken(after));
                return;
            }
            before = held.get();
        }
    }

    /**
     * Takes or gives back as much as it takes to hold so many bytes. For one thread at a time.
     *
     * @return false, and nothing is changed, when there are not so many
     */
    public boolean trySettle(long bytes) {
        long before = held.get();
        if (before == CLOSED) {
            return false;
        }
        if (bytes > before) {
            return tryTake(bytes - before);
        }
        giveBack(before - bytes);
        return true;
    }

    /** Gives everything back, for good; once or more often. */
    public void close() {
        source.giveBack(taken(Math.max(0, held.getAndSet(CLOSED))));
    }

    /** Bytes that it holds, those that are free included. */
    public long held() {
        return Math.max(0, held.get());
    }

    /** Whether it was the client that held too much, rather than all together, when something was refused last. */
    public boolean isClientFull() {
        return client.isFull();
    }

    private long taken(long bytes) {
        return bytes <= free ? 0 : (bytes - free + block - 1) / block * block;
    }
}
