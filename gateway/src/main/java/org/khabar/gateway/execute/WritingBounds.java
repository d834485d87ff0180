package org.khabar.gateway.execute;

import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.memory.MemoryShare;

/**
 * Bounds on an answer while it is written: on what it has, and on the work that it takes. Where nulls take back what was
 * written, lists that stand in many places can cost any amount of work and leave nothing.
 */
final class WritingBounds {
    /** How much work an answer may take, as a multiple of the bytes that it may have. */
    static final int WORK = 4;

    private final JsonWriter json;
    private final long maxBytes;
    private final MemoryShare memory;
    private int paid;
    private long looked;

    /**
     * Bounds on what is written.
     *
     * @param paid how much of the writer's room is taken already
     * @param memory where more of it is taken
     */
    WritingBounds(JsonWriter json, long maxBytes, int paid, MemoryShare memory) {
        this.json = json;
        this.paid = paid;
        this.memory = memory;
        this.maxBytes = maxBytes;
    }

    /** Notes what is looked at and maybe not written: fields, or bytes of a subgraph's answer. */
    void look(int units) {
        looked += units;
    }

    /**
     * To be called before anything that may be written often.
     *
     * @throws AnswerTooLargeException when a bound is crossed
     */
    void check() {
        if (json.size() > maxBytes) {
            throw AnswerTooLargeException.tooLarge(maxBytes);
        }
        if (json.written() + looked > WORK * maxBytes) {
            throw AnswerTooLargeException.tooMuchWork(WORK * maxBytes);
        }
        int room = json.array().length;
        if (room > paid) {
            if (!memory.tryTake(room - paid)) {
                throw AnswerTooLargeException.noMemory();
            }
            paid = room;
        }
    }
}
