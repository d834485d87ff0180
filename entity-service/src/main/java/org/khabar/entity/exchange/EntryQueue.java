package org.khabar.entity.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Hands lines from the thread that reads to the one that commits; holds a bounded number of bytes. */
final class EntryQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final long maxBytes;
    private long bytes;
    private boolean ended;
    private @Nullable Exception failure;

    EntryQueue(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Waits until there is room; an entry that is larger than all room goes in alone. */
    void put(Entry entry) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (bytes > 0 && bytes + entry.bytes() > maxBytes) {
                changed.await();
            }
            entries.add(entry);
            bytes += entry.bytes();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Says that no more will come, and why when that is not the end of the body. */
    void end(@Nullable Exception why) {
        lock.lock();
        try {
            ended = true;
            failure = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next entry; null at the end, or when none came in time. */
    @Nullable
    Entry poll(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (entries.isEmpty()) {
                if (ended || left <= 0) {
                    return null;
                }
                left = changed.awaitNanos(left);
            }
            Entry entry = entries.removeFirst();
            bytes -= entry.bytes();
            changed.signalAll();
            return entry;
        } finally {
            lock.unlock();
        }
    }

    /** Whether no entry is left and none will come. */
    boolean isExhausted() {
        lock.lock();
        try {
            return ended && entries.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Why reading ended before the body did; null when it did not. */
    @Nullable
    Exception failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }
}
