package org.khabar.entity.tagging;

import java.util.Arrays;

/** Ints in the order in which they came. Lies in chunks, so that growing copies nothing and leaves no garbage. */
final class IntPool {

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MASK = CHUNK - 1;

    private int[][] chunks = new int[4][];
    private int size;

    /** @return the value's index */
    int add(int value) {
        int index = size++;
        int chunk = index >>> CHUNK_BITS;
        if ((index & MASK) == 0) {
            open(chunk);
        }
        chunks[chunk][index & MASK] = value;
        return index;
    }

    int get(int index) {
        return chunks[index >>> CHUNK_BITS][index & MASK];
    }

    void set(int index, int value) {
        chunks[index >>> CHUNK_BITS][index & MASK] = value;
    }

    int size() {
        return size;
    }

    /** Gives back the room behind the last value; nothing can be added then. */
    void trim() {
        int last = size >>> CHUNK_BITS;
        if ((size & MASK) != 0) {
            chunks[last] = Arrays.copyOf(chunks[last], size & MASK);
        }
    }

    private void open(int chunk) {
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        chunks[chunk] = new int[CHUNK];
    }
}
