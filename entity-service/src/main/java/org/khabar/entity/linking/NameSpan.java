package org.khabar.entity.linking;

import org.khabar.entity.tagging.EntityType;

/**
 * Tokens of a passage that look like a name.
 *
 * @param first index of the first token
 * @param skipped how many characters of it are attached particles
 * @param end index of the token after the last
 * @param sure whether once is enough to take it for one
 */
record NameSpan(int first, int skipped, int end, EntityType type, boolean sure) {

    static NameSpan sure(int first, int skipped, int end, EntityType type) {
        return new NameSpan(first, skipped, end, type, true);
    }

    static NameSpan unsure(int first, int end, EntityType type) {
        return new NameSpan(first, 0, end, type, false);
    }
}
