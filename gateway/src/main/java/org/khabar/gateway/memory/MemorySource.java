package org.khabar.gateway.memory;

/** What bytes are taken out of. */
interface MemorySource {

    /** Takes bytes; false, and none are taken, when there are not so many. */
    boolean tryTake(long bytes);

    /** Gives bytes back that were taken. */
    void giveBack(long bytes);
}
