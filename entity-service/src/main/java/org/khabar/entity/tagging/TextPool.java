package org.khabar.entity.tagging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts as bytes, in chunks that no text runs across. A text is known by the place where it begins, chunk and offset in
 * one int. Before it stands its number of bytes times two, seven bits a byte and the lowest first; the bit that is free
 * says whether it is ASCII and the first half of Unicode's Arabic block, a byte each, or UTF-8.
 */
final class TextPool {

    private static final int CHUNK_BITS = 18;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int LONGEST_PREFIX = 5;
    private static final int MOST_CHUNKS = 1 << (Integer.SIZE - CHUNK_BITS);
    private static final int ARABIC = 0x0600;

    private byte[][] chunks = new byte[4][];
    private int used;
    private int position = CHUNK;

    /** @return where the text begins */
    int add(String text) {
        boolean narrow = isNarrow(text);
        byte[] bytes = narrow ? narrow(text) : text.getBytes(StandardCharsets.UTF_8);
        if (position + bytes.length + LONGEST_PREFIX > CHUNK) {
            open(bytes.length + LONGEST_PREFIX);
        }
        int place = (used - 1) << CHUNK_BITS | position;
        byte[] chunk = chunks[used - 1];
        int prefix = bytes.length << 1 | (narrow ? 1 : 0);
        while (prefix >= 0x80) {
            chunk[position++] = (byte) (prefix | 0x80);
            prefix >>>= 7;
        }
        chunk[position++] = (byte) prefix;
        System.arraycopy(bytes, 0, chunk, position, bytes.length);
        position += bytes.length;
        return place;
    }

    String get(int place) {
        byte[] chunk = chunks[place >>> CHUNK_BITS];
        int at = place & CHUNK - 1;
        int prefix = 0;
        int shift = 0;
        while (chunk[at] < 0) {
            prefix |= (chunk[at++] & 0x7F) << shift;
            shift += 7;
        }
        prefix |= chunk[at++] << shift;
        int length = prefix >>> 1;
        return (prefix & 1) == 0 ? new String(chunk, at, length, StandardCharsets.UTF_8) : widened(chunk, at, length);
    }

    /** Gives back the room behind the last text; nothing can be added then. */
    void trim() {
        if (used > 0) {
            chunks[used - 1] = Arrays.copyOf(chunks[used - 1], position);
        }
    }

    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 0x80 && (character < ARABIC || character >= ARABIC + 0x80)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] narrow(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char character = text.charAt(i);
            bytes[i] = (byte) (character < 0x80 ? character : character - ARABIC | 0x80);
        }
        return bytes;
    }

    private static String widened(byte[] chunk, int from, int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            byte narrow = chunk[from + i];
            text[i] = (char) (narrow >= 0 ? narrow : ARABIC + (narrow & 0x7F));
        }
        return new String(text);
    }

    private void open(int bytes) {
        if (used == MOST_CHUNKS) {
            throw new IllegalStateException("the names of a dictionary take more than 4 GB");
        }
        if (used == chunks.length) {
            chunks = Arrays.copyOf(chunks, used * 2);
        }
        chunks[used++] = new byte[Math.max(CHUNK, bytes)];
        position = 0;
    }
}
