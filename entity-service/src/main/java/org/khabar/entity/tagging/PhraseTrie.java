package org.khabar.entity.tagging;

import java.util.Arrays;

/**
 * The names as a trie of token numbers. A name's first token is its own node, so that the root needs no edges; a further
 * node is the slot of its edge in one open-addressed table, keyed by parent and token, so that an edge holds no target.
 * Both keys are numbers that were compared before, so a found edge needs no check.
 *
 * <p>Written while the dictionary is built, only read afterwards.
 */
final class PhraseTrie {

    /** No node. */
    static final int NONE = -1;

    private static final long FREE = -1;
    private static final int GOES_ON = Integer.MIN_VALUE;
    private static final double MOST_LOADED = 0.75;

    private final int firstTokens;
    private final long[] edges;

    /** By node: the last alias that ends there plus one, and in the highest bit whether longer names go through it. */
    private final int[] ends;

    /**
     * An empty trie.
     *
     * @param tokens how many distinct tokens there are
     * @param furtherTokens how many tokens all names have after their first
     */
    PhraseTrie(int tokens, int furtherTokens) {
        long slots = (long) (furtherTokens / MOST_LOADED) + 1;
        firstTokens = tokens;
        edges = new long[Math.toIntExact(slots)];
        ends = new int[Math.toIntExact(tokens + slots)];
        Arrays.fill(edges, FREE);
    }

    /** The node of a name's first token. */
    int first(int token) {
        return token;
    }

    /** Whether longer names go through the node. */
    boolean goesOn(int node) {
        return ends[node] < 0;
    }

    /** The node of one token more, or {@link #NONE}. */
    int next(int node, int token) {
        long edge = edge(node, token);
        int slot = slot(edge);
        while (edges[slot] != edge) {
            if (edges[slot] == FREE) {
                return NONE;
            }
            slot = after(slot);
        }
        return firstTokens + slot;
    }

    /** The node of one token more, a new one if there is none. */
    int grow(int node, int token) {
        long edge = edge(node, token);
        int slot = slot(edge);
        while (edges[slot] != edge && edges[slot] != FREE) {
            slot = after(slot);
        }
        edges[slot] = edge;
        ends[node] |= GOES_ON;
        return firstTokens + slot;
    }

    /** The last alias that ends at the node, or {@link AliasTable#NO_ALIAS}. */
    int alias(int node) {
        return (ends[node] & ~GOES_ON) - 1;
    }

    void end(int node, int alias) {
        ends[node] = ends[node] & GOES_ON | alias + 1;
    }

    private int after(int slot) {
        return slot + 1 == edges.length ? 0 : slot + 1;
    }

    private static long edge(int node, int token) {
        return (long) node << 32 | token;
    }

    /** The upper bits of a product, scaled to the table (Lemire, "A fast alternative to the modulo reduction"). */
    private int slot(long edge) {
        long hash = (edge ^ edge >>> 32) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
        return (int) Math.unsignedMultiplyHigh(hash, edges.length);
    }
}
