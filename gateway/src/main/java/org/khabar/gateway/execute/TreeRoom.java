package org.khabar.gateway.execute;

import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.plan.AnswerShape.Layout;

/**
 * Room for the objects of a request's answers, counted in slots of about 12 bytes: one for each value that an object
 * could have, whether it has it or not, and for each item of a list. An empty object of an answer costs it two bytes, but
 * has slots for all that is asked for.
 */
final class TreeRoom {
    /** What an object takes by itself. */
    static final int OBJECT = 5;

    /** What a list takes without its items. */
    static final int LIST = 6;

    /** How much more than there is room for may be done to fill it. */
    private static final int WORK = 8;

    /** What a slot takes of the heap. */
    private static final int SLOT_BYTES = 12;

    /** So many are paid for with memory at once; the first so many not at all. */
    private static final int BLOCK = 4096;

    private final MemoryShare memory;
    private final long free;
    private long left;
    /** Down to where slots are paid for. */
    private long paid;

    private long workLeft;
    private boolean isRefused;

    /**
     * Room of some slots.
     *
     * @param memory what they are paid for with
     */
    TreeRoom(long slots, MemoryShare memory) {
        this.left = slots;
        this.free = Math.max(0, slots - BLOCK);
        this.paid = free;
        this.workLeft = slots * WORK;
        this.memory = memory;
    }

    /** A new object. */
    DataObject object(Layout layout) {
        take(OBJECT + layout.leaves() + layout.children());
        return new DataObject(layout);
    }

    /** A new list. */
    DataList list() {
        take(LIST);
        return new DataList();
    }

    /** Takes room for an item of a list unless it has one there. */
    void item(DataList list, int index) {
        if (index >= list.size()) {
            take(1);
        }
    }

    private void take(int slots) {
        left -= slots;
        if (left < paid) {
            pay();
        }
    }

    private void pay() {
        if (left < 0) {
            throw new TreeFullException();
        }
        long more = (paid - left + BLOCK - 1) / BLOCK * BLOCK;
        if (!memory.tryTake(more * SLOT_BYTES)) {
            isRefused = true;
            throw new TreeFullException();
        }
        paid = Math.max(0, paid - more);
    }

    /** Notes work that takes no room: slots that are looked at again, bytes that are read again. */
    void work(int units) {
        workLeft -= units;
        if (workLeft < 0) {
            throw new TreeFullException();
        }
    }

    /** How much is left. */
    long left() {
        return left;
    }

    /** Takes back all that was taken since so much was left. */
    void restore(long before) {
        left = before;
        long blocks = Math.max(0, free - before + BLOCK - 1) / BLOCK;
        long enough = Math.max(0, free - blocks * BLOCK);
        if (enough > paid) {
            memory.giveBack((enough - paid) * SLOT_BYTES);
            paid = enough;
        }
        isRefused = false;
    }

    /** Why there was no room for an answer. */
    SubgraphFailure failure(String subgraph, ExecutionLimits limits) {
        return isRefused ? SubgraphFailure.noMemory(subgraph) : SubgraphFailure.tooManyValues(subgraph, limits);
    }
}
