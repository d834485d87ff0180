package org.khabar.entity.tagging;

import java.util.Arrays;
import java.util.List;
import org.khabar.entity.text.Token;

/**
 * The distinct tokens of the names, numbered from zero: an open-addressed table of hashes, whose letters are compared on a
 * hit. A token that no name holds mostly costs one look into one array, one that a name holds two. Written while the
 * dictionary is built, only read afterwards.
 */
final class Vocabulary {

    /** The number of a token that no name holds. */
    static final int UNKNOWN = -1;

    private static final int FIRST_SLOTS = 64;
    private static final int HEADER = 4;

    /** Hash in the upper half; in the lower where in {@link #letters} the token stands, plus one. Zero if free. */
    private long[] slots = new long[FIRST_SLOTS];

    /** The tokens, each behind its number and its length, the upper half of both first. */
    private char[] letters = new char[FIRST_SLOTS];

    private int used;
    private int size;

    int size() {
        return size;
    }

    /** The token's number, or {@link #UNKNOWN}. */
    int find(String token) {
        return size == 0 ? UNKNOWN : find(token, hash(token));
    }

    /**
     * The numbers of a text's tokens. All first looks are taken before the first comparison, for they wait for memory, and
     * those that do not depend on each other wait together.
     */
    int[] find(List<Token> tokens) {
        int[] numbers = new int[tokens.size()];
        Arrays.fill(numbers, UNKNOWN);
        if (size == 0) {
            return numbers;
        }
        int[] hashes = new int[numbers.length];
        boolean[] free = new boolean[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            hashes[i] = hash(tokens.get(i).text());
            free[i] = slots[hashes[i] & slots.length - 1] == 0;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (!free[i]) {
                numbers[i] = find(tokens.get(i).text(), hashes[i]);
            }
        }
        return numbers;
    }

    /** The token's number, a new one if it is new. */
    int add(String token) {
        int hash = hash(token);
        int known = find(token, hash);
        if (known != UNKNOWN) {
            return known;
        }
        if (size >= slots.length / 4 * 3) {
            rehash();
        }
        put(slots, (long) hash << 32 | used + 1);
        append(token);
        return size++;
    }

    /** Gives back the room that was for more tokens. */
    void trim() {
        letters = Arrays.copyOf(letters, used);
    }

    private int find(String token, int hash) {
        int slot = hash & slots.length - 1;
        for (long held = slots[slot]; held != 0; held = slots[slot]) {
            int place = (int) held - 1;
            if ((int) (held >>> 32) == hash && isAt(place, token)) {
                return intAt(place);
            }
            slot = slot + 1 & slots.length - 1;
        }
        return UNKNOWN;
    }

    private boolean isAt(int place, String token) {
        int length = token.length();
        if (intAt(place + 2) != length) {
            return false;
        }
        int start = place + HEADER;
        for (int i = 0; i < length; i++) {
            if (letters[start + i] != token.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void append(String token) {
        int end = Math.addExact(used, HEADER + token.length());
        if (end > letters.length) {
            long grown = Math.max(end, letters.length + (letters.length >> 1));
            letters = Arrays.copyOf(letters, (int) Math.min(grown, Integer.MAX_VALUE - 8L));
        }
        putInt(used, size);
        putInt(used + 2, token.length());
        token.getChars(0, token.length(), letters, used + HEADER);
        used = end;
    }

    private int intAt(int place) {
        return letters[place] << 16 | letters[place + 1];
    }

    private void putInt(int place, int value) {
        letters[place] = (char) (value >>> 16);
        letters[place + 1] = (char) value;
    }

    private void rehash() {
        long[] larger = new long[Math.multiplyExact(slots.length, 2)];
        for (long held : slots) {
            if (held != 0) {
                put(larger, held);
            }
        }
        slots = larger;
    }

    private static void put(long[] slots, long held) {
        int slot = (int) (held >>> 32) & slots.length - 1;
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = held;
    }

    /** The string's own hash with its bits spread (the last steps of MurmurHash3). */
    private static int hash(String token) {
        int hash = token.hashCode();
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
